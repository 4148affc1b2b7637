package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: minutes name members who have long left. */
interface PanelMemberRepository extends Repository<PanelMember, Long> {

    PanelMember save(PanelMember member);

    Optional<PanelMember> findById(Long id);

    Optional<PanelMember> findByUserId(String userId);

    List<PanelMember> findAllByOrderByRoleAscNameAsc();
}
