package io.raceboard.quantity;

import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units that are known by heart. Any other unit of the store is understood by its own names. */
final class Families {

    /** A unit of the store: its family, and how much of the family's base one of it is. */
    record Place(Family family, BigDecimal factor) {
    }

    private static final List<String> DOLLARS =
            List.of("USD", "US$", "$", "dollars", "dollar", "US dollars", "美元", "美金");
    private static final List<String> EUROS = List.of("EUR", "€", "euros", "euro", "欧元");
    private static final List<String> YUAN = List.of("CNY", "RMB", "¥", "￥", "yuan", "元", "人民币", "元人民币");
    private static final List<String> KILOWATT_HOURS = List.of("kWh", "千瓦时", "度", "kilowatt-hour");
    private static final List<String> MEGAWATT_HOURS = List.of("MWh", "兆瓦时", "megawatt-hour");

    private static final Map<String, Place> PLACES = new HashMap<>();
    private static final List<Family> ALL = new ArrayList<>();

    static {
        var power = Family.prefixed("power").symbols("W").names("瓦", "瓦特").words("watt", "watts");
        place(power, "W", "1", "MW", "1E6", "GW", "1E9");
        var energy = Family.prefixed("energy").symbols("Wh", "W·h", "W-h").names("瓦时", "瓦·时", "瓦小时")
                .words("watt-hour", "watt-hours", "watthours").also("1E3", "度");
        place(energy, "TWh", "1E12");
        var rate = Family.prefixed("compute-rate")
                .symbols("FLOP/s", "FLOPS", "FLOPs/s").words("flops", "FLOP/s");
        place(rate, "EFLOPS", "1E18", "TFLOPS", "1E12");
        place(Family.prefixed("operations").symbols("OP/s", "OPS"), "TOPS", "1E12");
        place(Family.bytes("bytes").symbols("B").words("byte", "bytes")
                .also("1024", "KiB").also("1048576", "MiB").also("1073741824", "GiB").also("1099511627776", "TiB")
                .also("1E3", "KB"), "GB", "1E9");
        place(Family.bytes("bytes-rate").symbols("B/s", "Bps"), "TBps", "1E12");
        place(Family.counted("share").also("1", "%", "percent", "per cent", "pct", "百分比", "百分点", "个百分点", "pp",
                        "ppt", "percentage points", "percentage point").also("0.1", "‰", "per mille", "permille")
                .also("0.01", "bp", "bps", "basis points", "个基点", "基点").also("10", "成"), "percent", "1");
        place(Family.counted("times").also("1", "x", "×", "times", "倍"), "times", "1", "ratio", "1");
        place(Family.counted("clock").also("1", "h", "hr", "hrs", "hour", "hours", "小时", "个小时")
                .also("24", "d", "day", "days", "天").also("168", "week", "weeks", "周"), "hours", "1");
        place(Family.counted("calendar").also("1", "month", "months", "个月", "月", "mo")
                .also("3", "quarter", "quarters", "个季度").also("12", "year", "years", "yr", "yrs", "年"),
                "months", "1", "years", "12");
        place(Family.counted("length").also("1", "nm", "纳米", "nanometre", "nanometres", "nanometers")
                .also("0.1", "Å", "angstrom").also("1000", "µm", "μm", "um"), "nm", "1");
        placeMoney();
        placeCounts();
    }

    private Families() {
    }

    private static void placeMoney() {
        var dollars = Family.counted("dollars");
        DOLLARS.forEach(d -> dollars.also("1", d));
        place(dollars, "USD-bn", "1E9");
        var perChip = Family.counted("dollars-chip");
        var perToken = Family.counted("dollars-token");
        var perDay = Family.counted("dollars-mwday");
        var dollarPower = Family.counted("dollars-energy");
        for (var d : DOLLARS) {
            perChip.also("1", d, d + "/chip", d + "/颗", d + "/片", d + "/GPU");
            perToken.also("1", d, d + "/Mtok", d + "/M tokens", d + "/1M tokens", d + "/million tokens", d + "/百万词元",
                    d + "/百万tokens", d + "/百万 tokens", d + "/MTok").also("1000", d + "/ktok", d + "/1K tokens", d + "/千词元");
            perDay.also("1", d, d + "/MW-day", d + "/MW·day", d + "/MWd", d + "/MW/day", d + "/兆瓦·日", d + "/兆瓦日");
            KILOWATT_HOURS.forEach(e -> dollarPower.also("100", d + "/" + e));
            MEGAWATT_HOURS.forEach(e -> dollarPower.also("0.1", d + "/" + e));
        }
        dollarPower.also("1", "¢", "US¢", "cent", "cents", "美分");
        KILOWATT_HOURS.forEach(e -> dollarPower.also("1", "¢/" + e, "US¢/" + e, "cent/" + e, "cents/" + e, "US cents/" + e, "美分/" + e));
        place(perChip, "USD-chip", "1");
        place(perToken, "USD-Mtok", "1");
        place(perDay, "USD-MWday", "1");
        place(dollarPower, "UScent-kWh", "1");
        var yuan = Family.counted("yuan-energy");
        for (var y : YUAN) {
            MEGAWATT_HOURS.forEach(e -> yuan.also("1", y + "/" + e));
            KILOWATT_HOURS.forEach(e -> yuan.also("1000", y + "/" + e));
        }
        KILOWATT_HOURS.forEach(e -> yuan.also("10", "分/" + e).also("100", "角/" + e).also("1000", "元/" + e));
        place(yuan, "CNY-MWh", "1");
        var euro = Family.counted("euro-energy");
        for (var e : EUROS) {
            MEGAWATT_HOURS.forEach(m -> euro.also("0.1", e + "/" + m));
            KILOWATT_HOURS.forEach(k -> euro.also("100", e + "/" + k));
        }
        KILOWATT_HOURS.forEach(k -> euro.also("1", "ct/" + k, "cent/" + k, "cents/" + k, "EUR ct/" + k, "欧分/" + k));
        place(euro, "EURcent-kWh", "1");
        var won = Family.counted("won-energy");
        for (var w : List.of("KRW", "₩", "won", "韩元")) {
            KILOWATT_HOURS.forEach(k -> won.also("1", w + "/" + k));
            MEGAWATT_HOURS.forEach(m -> won.also("0.001", w + "/" + m));
        }
        place(won, "KRW-kWh", "1");
        var otherMoney = Family.counted("other-money").also("1", "£", "GBP", "英镑", "JPY", "yen", "日元", "CHF", "INR");
        YUAN.forEach(y -> otherMoney.also("1", y));
        EUROS.forEach(e -> otherMoney.also("1", e));
        otherMoney.also("1", "KRW", "₩", "won", "韩元");
        ALL.add(otherMoney);
    }

    private static void placeCounts() {
        place(count("chips", "chip", "颗", "片", "芯片", "颗芯片"), "chips", "1");
        place(count("dies", "die", "颗", "裸片", "颗裸片"), "dies", "1");
        place(count("cards", "card", "accelerator cards", "张", "张卡", "张加速卡"), "cards", "1");
        place(count("gpus", "gpu", "GPU", "GPUs", "颗", "张", "颗 GPU", "块"), "gpus", "1");
        place(count("stacks", "stack", "memory stacks", "个", "个堆栈"), "stacks", "1");
        place(count("wafers", "wafer", "片", "片晶圆"), "wafers", "1");
        place(Family.counted("wafer-rate").also("1", "wafers/month", "wafer/month", "wpm", "片/月", "片晶圆/月")
                .also("1000", "kwpm"), "wafers-month", "1");
        place(count("phone chips", "SoCs", "SoC", "颗", "颗手机芯片", "手机芯片"), "socs-mn", "1E6");
        place(count("racks", "rack", "standard racks", "机架", "标准机架", "架", "个机架", "个标准机架"), "racks-mn", "1E6");
        place(count("reactors", "reactor", "座", "台", "座反应堆"), "reactors", "1");
        place(count("tokens", "token", "词元", "个词元"), "tokens-tn", "1E12");
        place(Family.counted("tokens-rate").also("1", "tokens/day", "token/day", "词元/日", "词元/天"),
                "tokens-tn-day", "1E12");
        place(count("downloads", "download", "次下载", "次"), "downloads-mn", "1E6");
        place(count("parameters", "params", "parameter", "参数", "个参数"), "params-bn", "1E9");
        place(count("H100e", "H100-equivalents", "H100 equivalents", "H100 当量", "H100当量", "颗H100当量"), "H100e", "1");
        place(count("H100e (16-bit)", "H100-equivalents (16-bit)", "H100 当量（16 位）"), "H100e-16", "1");
        place(count("B300e", "B300-equivalents", "B300 equivalents", "B300 当量", "B300当量"), "B300e", "1");
    }

    private static Family count(String name, String... texts) {
        return Family.counted(name).also("1", name).also("1", texts);
    }

    /** Which units of the store belong to the family, each with its part of the base. */
    private static void place(Family family, String... codesAndFactors) {
        ALL.add(family);
        for (int i = 0; i < codesAndFactors.length; i += 2) {
            PLACES.put(codesAndFactors[i], new Place(family, new BigDecimal(codesAndFactors[i + 1])));
        }
    }

    static Place of(Unit unit) {
        return PLACES.getOrDefault(unit.code(), new Place(Family.counted(unit.dimension()), BigDecimal.ONE));
    }

    /** Another family that knows the text: what was typed is real, but of another kind. */
    static Optional<Family> other(String text, Family than) {
        return ALL.stream().filter(f -> f != than && f.factor(text).isPresent()).findFirst();
    }
}
