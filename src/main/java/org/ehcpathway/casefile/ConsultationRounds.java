package org.ehcpathway.casefile;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds in which one setting is consulted about several children: their covering letters, kept with their hash, never changed. */
@Service
@Transactional
public class ConsultationRounds {

    private final JdbcTemplate jdbc;
    private final Cases cases;

    ConsultationRounds(JdbcTemplate jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /**
     * A round that was begun.
     *
     * @param year the calendar year of the transfers
     * @param children how many children it is about
     */
    public record Round(long id, String urn, String setting, int year, LocalDate begunOn, int children) {}

    /** Keeps a round with its covering letter. */
    public long keep(
            Setting setting,
            int year,
            List<Long> consultationIds,
            int templateVersion,
            String sha256,
            byte[] pdf,
            String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Instant now = cases.now();
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into consultation_round
                                (setting_id, for_year, begun_on, begun_by, begun_at, template_version, sha256, content)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """, new String[] {"id"});
                    insert.setLong(1, setting.id());
                    insert.setInt(2, year);
                    insert.setObject(3, cases.today());
                    insert.setString(4, by);
                    insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                    insert.setInt(6, templateVersion);
                    insert.setString(7, sha256);
                    insert.setBytes(8, pdf);
                    return insert;
                },
                key);
        long round = key.getKey().longValue();
        consultationIds.forEach(consultation -> jdbc.update(
                "insert into consultation_in_round (round_id, consultation_id) values (?, ?)", round, consultation));
        return round;
    }

    /**
     * The rounds of a year, the newest first.
     *
     * @param teams of which teams a child must be in it; null for all
     */
    @Transactional(readOnly = true)
    public List<Round> of(int year, Set<String> teams) {
        return jdbc
                .query(
                        """
                        select r.id, s.urn, s.name, r.for_year, r.begun_on, c.team
                        from consultation_round r join setting s on s.id = r.setting_id
                        join consultation_in_round i on i.round_id = r.id
                        join setting_consultation k on k.id = i.consultation_id
                        join ehc_case c on c.id = k.case_id
                        where r.for_year = ? order by r.id desc
                        """,
                        (row, i) -> new InRound(
                                new Round(
                                        row.getLong("id"),
                                        row.getString("urn"),
                                        row.getString("name"),
                                        row.getInt("for_year"),
                                        row.getObject("begun_on", LocalDate.class),
                                        1),
                                row.getString("team")),
                        year)
                .stream()
                .collect(Collectors.groupingBy(one -> one.round().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(members -> teams == null || members.stream().allMatch(member -> teams.contains(member.team())))
                .map(members -> {
                    Round round = members.get(0).round();
                    return new Round(
                            round.id(), round.urn(), round.setting(), round.year(), round.begunOn(), members.size());
                })
                .toList();
    }

    /** The covering letter of a round. */
    @Transactional(readOnly = true)
    public byte[] cover(long id) {
        return jdbc.queryForObject("select content from consultation_round where id = ?", byte[].class, id);
    }

    private record InRound(Round round, String team) {}
}
