package io.raceboard.board;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Families of indicators on a topic page, known by how their slugs begin; the first that fits counts. */
enum Group {
    LEADERBOARD("arena-", "ai-index-arena", "open-llm-leaderboard"),
    CAPABILITY("epoch-eci"),
    USAGE("openrouter-top10-tokens", "openrouter-top9", "openrouter-country", "openrouter-lab", "openrouter-model",
            "openrouter-author", "openrouter-open", "openrouter-tokens", "china-daily-token"),
    DOWNLOADS("hf-"),
    RELEASES("epoch-", "ai-index-"),
    TOKEN_PRICES("token-price", "openrouter-top10"),

    NUCLEAR("nuclear-", "capacity-additions-nuclear", "installed-capacity-nuclear"),
    ADDED("capacity-additions", "capacity-net-change", "storage-additions", "coal-capacity", "wind-solar-under",
            "wind-solar-prospective"),
    INSTALLED("installed-capacity", "utility-capacity"),
    ELECTRICITY("electricity-generation", "electricity-demand", "peak-load", "utilisation-hours", "wind-solar-share",
            "capacity-to-peak"),
    DATA_CENTRES("datacenter-", "ai-power", "data-center-capacity"),
    GRID("interconnection-", "reserve-margin", "capacity-shortfall", "load-growth", "peak-growth"),
    ELECTRICITY_PRICES("electricity-price", "capacity-auction"),

    HUAWEI("huawei-", "cambricon-", "ascend-"),
    OUTPUT("compute-", "units-", "accelerator-", "chip-power", "nvidia-disclosed"),
    CHINA("china-", "smuggled-", "us-china", "smic-", "cxmt-", "qualcomm-", "ai-computing", "computing-"),
    OWNERS("owner-", "customer-", "custom-chip", "gpu-cluster"),
    MONEY("hyperscaler-", "nvidia-"),
    SUPPLY("hbm-", "cowos-"),
    CHIPS_COMPARED("spec-", "chip-price"),

    /** Whatever an editor adds later. */
    MORE("");

    private final List<String> beginnings;

    Group(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    static Group of(String slug) {
        return Arrays.stream(values()).filter(g -> g.beginnings.stream().anyMatch(slug::startsWith)).findFirst()
                .orElse(MORE);
    }

    /** The word used in element ids and message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
