package io.raceboard.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;

/** Where the data set lies that comes with the program: a folder of folders with files. */
@Component
class DataSet {

    private static final String REJECTED = "rejected.csv";
    private static final String ZIP = ".zip";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String folder;

    /** @param location of the folder or ZIP file, {@code classpath:} or {@code file:}; empty: there is no data set */
    DataSet(@Value("${raceboard.dataset:classpath:/dataset/}") String location) {
        folder = location.isBlank() || location.endsWith("/") || location.endsWith(ZIP) ? location : location + "/";
    }

    /** What is to be in the store: the common folder first, then the others by name. */
    List<DataFile> data() {
        return files("*/*.csv", name -> !name.equals(REJECTED));
    }

    /** What of the facts did not become data, and why. */
    List<DataFile> rejected() {
        return files("*/" + REJECTED, name -> true);
    }

    /** How many rows the facts had. */
    Optional<DataFile> facts() {
        return files("facts.csv", name -> true).stream().findFirst();
    }

    private List<DataFile> files(String pattern, Predicate<String> wanted) {
        if (folder.isBlank()) {
            return List.of();
        }
        try {
            if (folder.endsWith(ZIP)) {
                return zipped(pattern, wanted);
            }
            return Arrays.stream(resources.getResources(folder + pattern))
                    .filter(file -> file.exists() && wanted.test(file.getFilename()))
                    .map(DataSet::read)
                    .sorted(Comparator.<DataFile, Boolean>comparing(f -> !f.name().startsWith("common/"))
                            .thenComparing(DataFile::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An export of everything is a data set as well. */
    private List<DataFile> zipped(String pattern, Predicate<String> wanted) throws IOException {
        var like = new AntPathMatcher();
        var files = new ArrayList<DataFile>();
        try (var zip = new ZipInputStream(resources.getResource(folder).getInputStream())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (like.match(pattern, name) && wanted.test(name.substring(name.lastIndexOf('/') + 1))) {
                    files.add(new DataFile(name, zip.readAllBytes()));
                }
            }
        }
        return files;
    }

    private static DataFile read(Resource file) {
        try {
            var path = file.getURL().getPath().split("/");
            return new DataFile(path[path.length - 2] + "/" + path[path.length - 1], file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
