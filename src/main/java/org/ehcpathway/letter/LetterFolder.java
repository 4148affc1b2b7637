package org.ehcpathway.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What stands beside the template of one version of one kind, {@code letters/<id>/<version>/}: the summary in plain words and
 * the facts that must be given.
 *
 * @param summary one paragraph that tells a caseworker what the letter is for
 * @param facts in the order in which they are asked for
 */
record LetterFolder(String summary, List<FactAsked> facts) {

    private static final Map<String, LetterFolder> READ = new ConcurrentHashMap<>();

    static LetterFolder of(LetterKind kind, int version) {
        return READ.computeIfAbsent("letters/%s/%d/".formatted(kind.id(), version), LetterFolder::read);
    }

    private static LetterFolder read(String folder) {
        String summary = new String(ClassPathFiles.bytes(folder + "summary.txt"), StandardCharsets.UTF_8);
        return new LetterFolder(summary.strip(), facts(folder + "facts.yaml"));
    }

    private static List<FactAsked> facts(String file) {
        try (InputStream in = LetterFolder.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return List.of();
            }
            List<Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return written.stream().map(LetterFolder::fact).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FactAsked fact(Map<String, Object> written) {
        return new FactAsked(
                (String) written.get("name"),
                FactAsked.Type.valueOf((String) written.get("type")),
                (String) written.get("question"),
                (Boolean) written.getOrDefault("required", true),
                (String) written.get("when"),
                (String) written.get("tellBy"),
                (String) written.get("notBefore"),
                (String) written.get("unless"),
                options(written.get("options")));
    }

    private static List<FactAsked.Option> options(Object written) {
        List<FactAsked.Option> options = new ArrayList<>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((code, words) -> options.add(new FactAsked.Option((String) code, (String) words)));
        }
        return options;
    }
}
