/**
 * Who may come in, and what they may do once inside: one login for Tasklist, Cockpit, our own pages and the REST API; the
 * roles of the service with the least rights each needs; nothing open that is not named as open.
 */
package org.ehcpathway.security;
