package io.raceboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses. Only wrong attempts count, and they count against the guesser: a name from an address, then
 * the address, then the name from addresses where nobody with this name ever came in. So the right person elsewhere,
 * and everybody else at the same address, still get in.
 */
@Component
class Attempts {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final Cache<String, Bucket> pairs = cache();
    private final Cache<String, Bucket> addresses = cache();
    private final Cache<String, Bucket> names = cache();
    private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterWrite(Duration.ofDays(30)).build();
    /** Hashing costs a tenth of a second of a core: a flood of attempts must not take them all. */
    private final Semaphore hashing = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    /** A turn at trying; give it back as a success, or let it count as a failure. */
    record Turn(Bucket pair, Bucket address, Bucket name, String key) {
    }

    /**
     * Waits a little where the address tries a lot.
     *
     * @throws TooManyAttempts when there were too many wrong ones just now
     */
    Turn begin(String name, String address) {
        var key = name + '\n' + address;
        var pair = pairs.get(key, k -> bucket(5, Duration.ofSeconds(10)));
        var probe = pair.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        // From where somebody came in under this name before, strangers cannot use up the tries.
        var own = known.getIfPresent(key) != null;
        var ofName = own ? pair : names.get(name, k -> bucket(50, Duration.ofSeconds(20)));
        if (!own) {
            var ofAll = ofName.tryConsumeAndReturnRemaining(1);
            if (!ofAll.isConsumed()) {
                pair.addTokens(1);
                throw new TooManyAttempts(Duration.ofNanos(ofAll.getNanosToWaitForRefill()));
            }
        }
        var ofAddress = addresses.get(address, k -> bucket(40, Duration.ofSeconds(1)));
        try {
            if (!ofAddress.asBlocking().tryConsume(1, LONGEST_WAIT)) {
                throw new TooManyAttempts(LONGEST_WAIT);
            }
            hashing.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(LONGEST_WAIT);
        }
        return new Turn(pair, ofAddress, ofName, key);
    }

    /** The attempt is over, well or not. */
    void end(Turn turn, boolean right) {
        hashing.release();
        if (right) {
            known.put(turn.key(), true);
            turn.pair().reset();
            turn.address().addTokens(1);
            if (turn.name() != turn.pair()) {
                turn.name().addTokens(1);
            }
        }
    }

    private static Bucket bucket(int atOnce, Duration each) {
        return Bucket.builder().addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, each)).build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(30)).build();
    }
}
