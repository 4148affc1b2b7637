package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface EnquiryEventRepository extends Repository<EnquiryEvent, Long> {

    EnquiryEvent save(EnquiryEvent event);

    List<EnquiryEvent> findByEnquiryIdInOrderById(Collection<Long> enquiryIds);
}
