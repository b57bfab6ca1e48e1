package io.raceboard.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file can be. Names in files: ours first, then others that people use. */
enum Field {
    INDICATOR("indicator", "metric", "series", "measure", "variable", "指标", "指标名称"),
    ENTITY("entity", "country", "company", "region", "model", "lab", "product", "who", "国家", "实体", "主体", "公司",
            "地区", "对象", "模型"),
    ESTIMATOR("estimator", "analyst", "counted by", "estimated by", "provider", "统计方", "统计者", "估计方", "估算者", "机构"),
    PERIOD("period", "date", "year", "quarter", "month", "time", "day", "时期", "期间", "日期", "年份", "年", "季度", "月份",
            "时间"),
    VALUE("value", "amount", "number", "figure", "central", "mid", "median", "数值", "值", "数据", "中值"),
    LOW("low", "lower", "min", "minimum", "lower bound", "p5", "下限", "低值", "最小值"),
    HIGH("high", "upper", "max", "maximum", "upper bound", "p95", "上限", "高值", "最大值"),
    UNIT("unit", "units", "单位", "计量单位"),
    STATUS("status", "kind", "type", "状态", "性质"),
    PARTIAL("partial", "incomplete", "so far", "未完", "部分", "不完整"),
    SOURCE("source", "source key", "reference", "citation", "来源", "出处", "数据来源"),
    NOTE("note", "notes", "comment", "comments", "remark", "remarks", "备注", "注释", "说明"),
    IGNORE(Reject.ROW, Reject.COLUMNS, Reject.VALUES, Reject.PROBLEMS);

    /** Without them a row is no value. */
    static final List<Field> REQUIRED = List.of(INDICATOR, ENTITY, PERIOD, VALUE, STATUS, SOURCE);
    /** What can be the same for all rows. */
    static final List<Field> CONSTANTS =
            List.of(INDICATOR, ENTITY, ESTIMATOR, PERIOD, UNIT, STATUS, PARTIAL, SOURCE, NOTE);

    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    /** As in the data set's files, and in the bundles behind {@code intake.field.}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> of(String header) {
        var plain = Normalizer.normalize(header, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT)
                .replaceAll("[_\\s-]+", " ").replaceFirst("\\s*[(\\[].*$", "");
        return Arrays.stream(values()).filter(f -> f.names.stream().anyMatch(n -> n.replace('_', ' ').equals(plain)))
                .findFirst();
    }
}
