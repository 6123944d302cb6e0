package steward.rep;

import java.time.Instant;

/**
 * What lets one installation through, and no second one.
 *
 * @param id what it is known by; nobody can guess it
 * @param endsAt when it lets nobody through any more, and so can be forgotten
 */
public record SingleUse(String id, Instant endsAt) {}
