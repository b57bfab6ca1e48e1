package io.raceboard.imports;

import io.raceboard.ledger.Fault.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a data set: their names, their columns and what a row of each is. */
enum TidyFile {
    TOPICS(Kind.TOPIC, "topics.csv", "slug,position,title_en,title_zh,question_en,question_zh"),
    UNITS(Kind.UNIT, "units.csv", "code,dimension,label_en,label_zh,short_en,short_zh"),
    ESTIMATORS(Kind.ESTIMATOR, "estimators.csv", "slug,title_en,title_zh"),
    SOURCES(Kind.SOURCE, "sources.csv",
            "key,title,publisher,url,published,licence,licence_kind,redistributable,share_alike,note"),
    ENTITIES(Kind.ENTITY, "entities.csv", "slug,kind,parent,title_en,title_zh,short_en,short_zh,colour,dash,marker"),
    INDICATORS(Kind.INDICATOR, "indicators.csv", """
            slug,topic,position,title_en,title_zh,subtitle_en,subtitle_zh,unit,cadence,lag_days,draw,method_en,\
            method_zh,caveat_en,caveat_zh,licence,interval,estimates,default_entities,default_time"""),
    SERIES(Kind.SERIES, "series.csv", "indicator,entity,estimator,rank,title_en,title_zh"),
    OBSERVATIONS(Kind.OBSERVATION, "observations.csv",
            "indicator,entity,estimator,period,value,low,high,status,partial,source,note"),
    EVENTS(Kind.EVENT, "events.csv", """
            slug,date,end_date,jurisdictions,category,status,direction,title_en,title_zh,summary_en,summary_zh,\
            sources,indicators,history""");

    private final Kind kind;
    private final String fileName;
    private final List<String> columns;

    TidyFile(Kind kind, String fileName, String columns) {
        this.kind = kind;
        this.fileName = fileName;
        this.columns = List.of(columns.split(","));
    }

    Kind kind() {
        return kind;
    }

    List<String> columns() {
        return columns;
    }

    static Optional<TidyFile> of(DataFile file) {
        return Arrays.stream(values()).filter(t -> t.fileName.equals(file.lastName())).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(t -> t.fileName).toList();
    }
}
