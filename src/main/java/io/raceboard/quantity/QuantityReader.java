package io.raceboard.quantity;

import io.raceboard.catalog.Unit;
import io.raceboard.quantity.Understood.Remark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads texts as values in one unit. */
class QuantityReader {

    /** What the store keeps exactly. */
    static final int DIGITS_BEFORE_POINT = 26;
    static final int DECIMALS = 12;

    private static final int LONGEST = 120;
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity|∞|无穷|无穷大)");
    private static final Pattern NO_VALUE = Pattern.compile("(?i)-+|—+|\\.+|…+|n/?a|#n/a|na|null|none|无|暂无|tbd");
    private static final Pattern RANGE = Pattern.compile("\\d[^\\d]*(?:[~～–—至]|\\bto\\b|(?<![eE])-)[^\\d]*\\d.*");
    private static final Pattern BOUND = Pattern.compile("(?i)(?:[<>≤≥≦≧]|at least|at most|over |under |up to |超过|不到|至少|至多).*");
    private static final Pattern ABOUT = Pattern.compile("(?i)(?:[~～≈∼]|about |around |approx|ca\\.|c\\. |约|大约|近).*");
    private static final Pattern SHAPE = Pattern.compile(
            "([+-]?)\\s*([$€£¥￥₩]|US\\$|USD|EUR|CNY|RMB)?\\s*([+-]?)\\s*"
                    + "(\\d[\\d.,' ]*(?<! )|\\.\\d+)(?:[eE]([+-]?\\d{1,2})(?![A-Za-z0-9]))?\\s*(.*)");
    private static final Pattern COMPOUND = Pattern.compile("([\\d,]+(?:\\.\\d+)?)\\s*(万亿|亿|億|万|萬|千)");
    private static final Set<String> SPACES =
            Set.of("\u00a0", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
                    "\u202f", "\u205f", "\u3000", "\t", "\r", "\n");

    private final Unit unit;
    private final Families.Place place;
    private final Decimals ambiguous;

    QuantityReader(Unit unit, Decimals ambiguous) {
        this.unit = unit;
        this.place = Families.of(unit);
        this.ambiguous = ambiguous;
    }

    Quantity read(String text) {
        if (text.length() > LONGEST) {
            return Refused.because("too-long", String.valueOf(LONGEST));
        }
        var typed = text.strip();
        var clean = clean(text);
        if (clean.isEmpty()) {
            return new Quantity.Nothing();
        }
        if (NOT_FINITE.matcher(clean).matches()) {
            return Refused.because("not-finite", typed);
        }
        if (NO_VALUE.matcher(clean).matches()) {
            return Refused.because("no-value", typed);
        }
        if (clean.startsWith("(") && clean.endsWith(")")) {
            return Refused.because("parentheses", typed);
        }
        if (BOUND.matcher(clean).matches()) {
            return Refused.because("bound", typed);
        }
        if (ABOUT.matcher(clean).matches()) {
            return Refused.because("about", typed);
        }
        if (RANGE.matcher(clean.replaceFirst("^[+-]", "")).matches()) {
            return Refused.because("range", typed);
        }
        return shaped(clean, typed);
    }

    private Quantity shaped(String clean, String typed) {
        boolean hundredths = clean.startsWith("百分之");
        var m = SHAPE.matcher(hundredths ? clean.substring(3).strip() : clean);
        if (!m.matches() || !m.group(1).isEmpty() && !m.group(3).isEmpty()) {
            return Refused.because("no-number", typed);
        }
        var numeral = Numeral.read(m.group(4), ambiguous);
        if (numeral.isEmpty()) {
            return Refused.because("bad-grouping", m.group(4));
        }
        var number = numeral.get().number();
        if (m.group(5) != null) {
            number = number.scaleByPowerOfTen(Integer.parseInt(m.group(5).replace("+", "")));
        }
        var tail = hundredths ? "%" + m.group(6) : m.group(6);
        var compound = compound(m.group(4), tail);
        if (compound.isPresent()) {
            number = compound.get().number();
            tail = compound.get().tail();
        }
        if ((m.group(1) + m.group(3)).equals("-")) {
            number = number.negate();
        }
        return measured(number, m.group(2) == null ? "" : m.group(2), tail.strip(), numeral.get().remark(), typed);
    }

    /** {@code 3亿5000万}: parts that follow each other from large to small. */
    private record Compound(BigDecimal number, String tail) {
    }

    private static Optional<Compound> compound(String first, String tail) {
        var text = first + tail;
        var m = COMPOUND.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal before = null;
        int end = 0;
        int parts = 0;
        while (m.find() && m.start() == end) {
            var factor = Magnitude.at(m.group(2)).orElseThrow().factor();
            if (before != null && (factor.compareTo(before) >= 0 || m.group(1).contains("."))) {
                return Optional.empty();
            }
            var part = Numeral.read(m.group(1), Decimals.POINT);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get().number().multiply(factor));
            before = factor;
            end = m.end();
            parts++;
        }
        var rest = Pattern.compile("(\\d{1,4})(?!\\d)(.*)").matcher(text.substring(end));
        if (parts == 0 || !rest.matches()) {
            return parts > 1 ? Optional.of(new Compound(sum, text.substring(end))) : Optional.empty();
        }
        return Optional.of(new Compound(sum.add(new BigDecimal(rest.group(1))), rest.group(2)));
    }

    private Quantity measured(BigDecimal number, String currency, String tail, Remark remark, String typed) {
        var written = normal(tail);
        if (currency.isEmpty() && written.isEmpty()) {
            return sized(number, remark, typed);
        }
        var whole = factor(currency + written);
        if (whole.isPresent()) {
            return converted(number, whole.get(), written, remark, typed);
        }
        if (place.family().isSmallM(currency + written)) {
            return Refused.because("small-m", typed, "M" + written.substring(1));
        }
        var magnitude = Magnitude.at(written).filter(m -> m.text().length() == written.length()
                || Families.other(written, place.family()).isEmpty());
        if (magnitude.isEmpty()) {
            return startsWithSmallM(written) ? Refused.because("small-m-number", typed) : unknown(currency + written, typed);
        }
        var rest = currency + written.substring(magnitude.get().text().length()).strip();
        number = number.multiply(magnitude.get().factor());
        if (rest.isEmpty()) {
            return place.family().prefixed()
                    ? Refused.because("magnitude-alone", typed, unit.code())
                    : converted(number, BigDecimal.ONE, "", remark, typed);
        }
        var factor = factor(rest);
        if (factor.isEmpty()) {
            return place.family().isSmallM(rest) ? Refused.because("small-m", typed, "M" + rest.substring(1))
                    : unknown(rest, typed);
        }
        return converted(number, factor.get(), rest, remark, typed);
    }

    /** How much of the family's base a written unit is: as the family knows it, or by the unit's own names. */
    private Optional<BigDecimal> factor(String written) {
        var known = place.family().factor(written);
        if (known.isPresent()) {
            return known;
        }
        boolean own = ownNames().map(QuantityReader::normal).anyMatch(name -> name.equals(written)
                || !place.family().exactCase() && !place.family().isSmallM(written)
                && (name.equalsIgnoreCase(written) || name.equalsIgnoreCase(written + "s") && written.length() > 2));
        return own ? Optional.of(place.factor()) : Optional.empty();
    }

    private Stream<String> ownNames() {
        return Stream.of(unit.code(), unit.label().en(), unit.label().zh(), unit.shortLabel().en(),
                unit.shortLabel().zh()).filter(name -> name != null && !name.isBlank());
    }

    private Quantity unknown(String written, String typed) {
        return Families.other(written, place.family()).map(family -> FAMILIES_WITH_A_NAME.contains(family.name())
                        && FAMILIES_WITH_A_NAME.contains(place.family().name())
                        ? Refused.because("wrong-dimension", written, "quantity.family." + family.name(), name(),
                                "quantity.family." + place.family().name())
                        : Refused.because("other-unit", written, name()))
                .orElseGet(() -> Refused.because("unknown-unit", written, name(), typed));
    }

    /** Families that have a word of their own in the bundle; the others are told by the unit. */
    private static final Set<String> FAMILIES_WITH_A_NAME = Set.of("power", "energy", "compute-rate", "operations",
            "bytes", "bytes-rate", "share", "times", "clock", "calendar", "length", "dollars", "other-money");

    private String name() {
        var label = unit.shortLabel().en();
        return label.isBlank() ? unit.code() : label;
    }

    private boolean startsWithSmallM(String written) {
        return written.equals("m") || written.startsWith("m ") || written.startsWith("m/")
                || written.startsWith("m") && factor(written.substring(1).strip()).isPresent();
    }

    private Quantity converted(BigDecimal number, BigDecimal factor, String written, Remark remark, String typed) {
        if (factor.compareTo(place.factor()) == 0) {
            return sized(number, isPoints(written) ? Remark.POINTS_AS_PERCENT : remark, typed);
        }
        try {
            var exact = number.multiply(factor).divide(place.factor());
            return sized(exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros(), remark, typed);
        } catch (ArithmeticException withoutEnd) {
            return Refused.because("not-exact", typed, name());
        }
    }

    private boolean isPoints(String written) {
        return place.family().name().equals("share")
                && Set.of("pp", "ppt", "percentage points", "percentage point", "百分点", "个百分点").contains(written);
    }

    private Quantity sized(BigDecimal number, Remark remark, String typed) {
        if ((long) number.precision() - number.scale() > DIGITS_BEFORE_POINT) {
            return Refused.because("too-large", String.valueOf(DIGITS_BEFORE_POINT));
        }
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            return Refused.because("too-precise", String.valueOf(DECIMALS), name());
        }
        var plain = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                : number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
        return new Understood(plain, unit, typed, remark);
    }

    /** Full-width signs, the many spaces and minus signs as the plain ones; what has no width is left out. */
    static String clean(String text) {
        var plain = text.codePoints().mapToObj(QuantityReader::plain).collect(Collectors.joining());
        return plain.strip().replaceAll(" {2,}", " ");
    }

    private static String plain(int sign) {
        if (sign >= 0xFF01 && sign <= 0xFF5E) {
            return sign == '～' ? "～" : Character.toString(sign - 0xFEE0);
        }
        return switch (sign) {
            case 0x2212, 0x2010, 0x2011, 0xFE63 -> "-";
            case 0x2013 -> "–";
            case 0x2019, 0x02BC, 0x0060, 0x00B4 -> "'";
            case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A, 0x202C -> "";
            case 0xFE6A -> "%";
            case 0x33BE -> "kW";
            case 0x33BF -> "MW";
            case 0x3385 -> "KB";
            case 0x3386 -> "MB";
            case 0x3387 -> "GB";
            default -> {
                var text = Character.toString(sign);
                yield SPACES.contains(text) ? " " : text;
            }
        };
    }

    /** A unit in one writing: one space between words, none around a stroke, "per" and 每 as a stroke. */
    private static String normal(String unit) {
        return unit.strip().replaceAll("\\s+", " ").replaceAll("(?i)(?<=\\S)\\s*\\bper\\s+(?!cent\\b|mille\\b)", "/")
                .replaceAll("每", "/").replaceAll("\\s*/\\s*", "/").replace('（', '(').replace('）', ')')
                .replaceAll("[。;；]$", "");
    }
}
