package io.raceboard.intake;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an XLSX file. Bytes are counted while they are inflated, so a small file cannot become a huge one. */
class XlsxParts implements Closeable {

    private static final long SMALL = 1 << 20;
    private static final XMLInputFactory XML = factory();

    /** More came out of the file than a file of its size holds. */
    private static final class Bomb extends IOException {
    }

    private final ZipFile zip;
    private long inflated;

    XlsxParts(Path file) throws IOException, FileProblem {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | java.io.EOFException | IllegalArgumentException broken) {
            throw new FileProblem("cut-off");
        }
        if (zip.size() > Limits.ZIP_ENTRIES) {
            zip.close();
            throw new FileProblem("zip-bomb");
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 20_000);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        return factory;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** A part, opened. Counts what has been read of it, before inflation only roughly. */
    Part open(String name) throws IOException, FileProblem {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileProblem("broken-xlsx", name);
        }
        var bytes = new CountedInput(zip.getInputStream(entry)) {

            private long before;

            @Override
            void counted(long now) throws IOException {
                inflated += now - before;
                before = now;
                if (inflated > Limits.INFLATED_BYTES
                        || now > SMALL && now / Limits.INFLATED_TIMES > entry.getCompressedSize()) {
                    throw new Bomb();
                }
            }
        };
        try {
            return new Part(name, XML.createXMLStreamReader(new BufferedInputStream(bytes, 1 << 16)), bytes,
                    Math.max(1, entry.getSize()));
        } catch (XMLStreamException broken) {
            bytes.close();
            throw problem(broken, name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static FileProblem problem(Exception broken, String name) {
        for (Throwable cause = broken; cause != null; cause = cause instanceof XMLStreamException xml
                && xml.getNestedException() != null ? xml.getNestedException() : cause.getCause()) {
            if (cause instanceof Bomb) {
                return new FileProblem("zip-bomb");
            }
            if (cause instanceof ZipException || cause instanceof java.io.EOFException) {
                return new FileProblem("cut-off");
            }
        }
        return new FileProblem("broken-xlsx", name);
    }

    /** One part as a stream of XML. */
    static final class Part implements Closeable {

        private final String name;
        private final XMLStreamReader xml;
        private final CountedInput bytes;
        private final long size;

        private Part(String name, XMLStreamReader xml, CountedInput bytes, long size) {
            this.name = name;
            this.xml = xml;
            this.bytes = bytes;
            this.size = size;
        }

        /** Goes on to the next start or end of an element; false at the end. */
        boolean next() throws FileProblem {
            try {
                while (xml.hasNext()) {
                    int what = xml.next();
                    if (what == XMLStreamReader.START_ELEMENT || what == XMLStreamReader.END_ELEMENT) {
                        return true;
                    }
                }
                return false;
            } catch (XMLStreamException | RuntimeException broken) {
                throw problem(broken, name);
            }
        }

        boolean starts(String element) {
            return xml.isStartElement() && xml.getLocalName().equals(element);
        }

        boolean ends(String element) {
            return xml.isEndElement() && xml.getLocalName().equals(element);
        }

        String attribute(String attribute) {
            var value = xml.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }

        /** The attribute with this local name in any namespace. */
        String anyAttribute(String attribute) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(attribute) && xml.getAttributeNamespace(i) != null
                        && !xml.getAttributeNamespace(i).isEmpty()) {
                    return xml.getAttributeValue(i);
                }
            }
            return attribute(attribute);
        }

        /** Adds the text up to the end of this element, elements in it left out; of a long one only the first part. */
        void text(StringBuilder to) throws FileProblem {
            try {
                int depth = 1;
                while (depth > 0 && xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamReader.START_ELEMENT -> depth++;
                        case XMLStreamReader.END_ELEMENT -> depth--;
                        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                            int room = Limits.CELL + 1 - to.length();
                            if (depth == 1 && room > 0) {
                                to.append(xml.getTextCharacters(), xml.getTextStart(),
                                        Math.min(room, xml.getTextLength()));
                            }
                        }
                        default -> { }
                    }
                }
            } catch (XMLStreamException | RuntimeException broken) {
                throw problem(broken, name);
            }
        }

        double read() {
            return Math.min(1, (double) bytes.count() / size);
        }

        @Override
        public void close() throws IOException {
            try {
                xml.close();
            } catch (XMLStreamException alreadyBroken) {
                // What matters was told when it was read.
            }
            bytes.close();
        }

        InputStream bytes() {
            return bytes;
        }
    }
}
