package krait.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import krait.base.Blame;
import krait.base.KraitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies INTERNAL =
            TrustedProxies.parse(List.of("10.0.0.0/8", "fd00::/8"));

    private static TrustedProxies parse(String... entries) {
        return TrustedProxies.parse(List.of(entries));
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 200.1.2.3, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.1/32, 10.0.0.1, true",
        "10.0.0.1/32, 10.0.0.2, false",
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8:8000::/33, 2001:db8:ffff::1, true",
        "2001:db8:8000::/33, 2001:db8:7fff::1, false",
        "::/0, ::1, true",
        "::/0, 1.2.3.4, false",
        "::1, ::1, true",
        "::ffff:10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, ::ffff:10.0.0.1, true",
    })
    void networkTrustsItsAddressesAlone(String network, String peer, boolean trusted) {
        assertThat(parse(network).trusts(ip(peer))).isEqualTo(trusted);
    }

    @Test
    void starTrustsEveryPeer() {
        assertThat(parse("*").trusts(ip("8.8.8.8"))).isTrue();
        assertThat(parse("*").trusts(ip("2001:db8::1"))).isTrue();
        assertThat(parse("*").trustsUnix()).isTrue();
    }

    @Test
    void unixIsTrustedOnlyWhenNamed() {
        assertThat(parse("unix").trustsUnix()).isTrue();
        assertThat(parse("unix").trusts(ip("127.0.0.1"))).isFalse();
        assertThat(parse("127.0.0.1").trustsUnix()).isFalse();
    }

    @Test
    void localTrustsThisMachineAlone() {
        assertThat(TrustedProxies.LOCAL.trusts(ip("127.0.0.1"))).isTrue();
        assertThat(TrustedProxies.LOCAL.trusts(ip("::1"))).isTrue();
        assertThat(TrustedProxies.LOCAL.trustsUnix()).isTrue();
        assertThat(TrustedProxies.LOCAL.trusts(ip("127.0.0.2"))).isFalse();
    }

    @Test
    void emptyEntryTrustsNobody() {
        assertThat(parse("").trusts(ip("127.0.0.1"))).isFalse();
        assertThat(parse().trusts(ip("127.0.0.1"))).isFalse();
    }

    @Test
    void entryMayBeAListWithCommas() {
        TrustedProxies proxies = parse("10.0.0.1, 10.0.0.2 ,,unix");
        assertThat(proxies.trusts(ip("10.0.0.1"))).isTrue();
        assertThat(proxies.trusts(ip("10.0.0.2"))).isTrue();
        assertThat(proxies.trustsUnix()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "proxy.example",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1/33",
                "10.0.0.1/",
                "10.0.0.1/-1",
                "10.0.0.1/0x8",
                "10.0.0.1/8",
                "10.0.0.1/8/8",
                "fd00::/129",
                "fd00::1/8",
                "[::1]",
                "::1%lo",
                ":::1",
                "1:2:3",
                "**",
                "UNIX",
                "10.0.0.1:80",
            })
    void malformedEntryIsAUsersMistakeThatNamesIt(String entry) {
        assertThatThrownBy(() -> parse(entry))
                .isInstanceOfSatisfying(
                        KraitException.class,
                        e -> {
                            assertThat(e.problem().blame()).isEqualTo(Blame.USER);
                            assertThat(e.problem().what()).contains("'" + entry + "'");
                            assertThat(e.problem().remedy()).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                          | 203.0.113.9  | 0",
                "203.0.113.9:4711                     | 203.0.113.9  | 4711",
                "6.6.6.6, 203.0.113.9, 10.0.0.2       | 203.0.113.9  | 0",
                "6.6.6.6,203.0.113.9:1,,10.0.0.2, 10.3.3.3, | 203.0.113.9 | 1",
                "2001:db8::1                          | 2001:db8::1  | 0",
                "2001:0DB8:0:0:0:0:0:1                | 2001:db8::1  | 0",
                "[2001:db8::1]                        | 2001:db8::1  | 0",
                "[2001:db8::1]:8080                   | 2001:db8::1  | 8080",
                "::ffff:203.0.113.9                   | 203.0.113.9  | 0",
                "203.0.113.9:99999                    | 203.0.113.9  | 0",
                "203.0.113.9:_http                    | 203.0.113.9  | 0",
                "10.0.0.9, 10.0.0.2                   | 10.0.0.9     | 0",
                "fd00::5                              | fd00::5      | 0",
                "6.6.6.6, unknown, 10.0.0.2           | 10.0.0.2     | 0",
                "6.6.6.6, garbage                     | ''           | 0",
                "_hidden                              | ''           | 0",
                "[2001:db8::1                         | ''           | 0",
                "[2001:db8::1]x                       | ''           | 0",
                "[203.0.113.9]                        | ''           | 0",
                "203.0.113                            | ''           | 0",
                "203.0.113.9 10.0.0.1                 | ''           | 0",
                "'\"203.0.113.9'                      | ''           | 0",
                ",,,                                  | ''           | 0",
                "''                                   | ''           | 0",
            })
    void xForwardedForNamesTheRightmostUntrustedAddress(String field, String host, int port) {
        assertThat(INTERNAL.client(List.of(field), List.of(), List.of()))
                .isEqualTo(new ForwardedClient(host, port, ""));
    }

    @Test
    void laterFieldsStandRightOfEarlierOnes() {
        assertThat(
                        INTERNAL.client(
                                        List.of("6.6.6.6", "203.0.113.9", "10.0.0.2"),
                                        List.of(),
                                        List.of())
                                .host())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void starTakesTheLeftmostAddress() {
        assertThat(parse("*").client(List.of("1.1.1.1, 2.2.2.2"), List.of(), List.of()).host())
                .isEqualTo("1.1.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9           | https        | https",
                "203.0.113.9           | HTTPS        | https",
                "203.0.113.9           | http         | http",
                "203.0.113.9           | gopher       | ''",
                "203.0.113.9, 10.0.0.1 | https, http  | https",
                "203.0.113.9, 10.0.0.1 | https        | https",
                "10.0.0.2, 10.0.0.1    | https, http  | https",
                "6.6.6.6, 203.0.113.9  | http, https  | https",
                "203.0.113.9           | http, https  | https",
                "''                    | https        | https",
            })
    void xForwardedProtoIsReadAtTheHopOfTheClient(String addresses, String protos, String scheme) {
        assertThat(INTERNAL.client(List.of(addresses), List.of(protos), List.of()).scheme())
                .isEqualTo(scheme);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=203.0.113.9                                   | 203.0.113.9 | 0    | ``",
                "For=203.0.113.9;Proto=HTTPS;by=10.0.0.1           | 203.0.113.9 | 0    | https",
                "for=\"203.0.113.9:4711\";proto=http               | 203.0.113.9 | 4711 | http",
                "for=\"[2001:db8:cafe::17]:4711\"                  | 2001:db8:cafe::17 | 4711 | ``",
                "for=\"[2001:db8::1]:_p\"                          | 2001:db8::1 | 0    | ``",
                "for=\"\\2\\0\\3.0.113.9\"                         | 203.0.113.9 | 0    | ``",
                "for=6.6.6.6, for=203.0.113.9;proto=https, for=10.0.0.2;proto=http"
                        + " | 203.0.113.9 | 0 | https",
                "for=\"a,b;proto=https\", for=203.0.113.9          | 203.0.113.9 | 0    | ``",
                "host=\"x\\\",for=9.9.9.9\";for=203.0.113.9        | 203.0.113.9 | 0    | ``",
                "for=\"open, for=203.0.113.9;proto=https           | 203.0.113.9 | 0    | https",
                "for=\"6.6.6.6\\\", for=\"203.0.113.9\"            | 203.0.113.9 | 0    | ``",
                "for=unknown;proto=https                           | ``          | 0    | https",
                "for=_secret, for=10.0.0.2;proto=http              | 10.0.0.2    | 0    | ``",
                "for=203.0.113.9;for=6.6.6.6                       | ``          | 0    | ``",
                "proto=https                                       | ``          | 0    | https",
                "for                                               | ``          | 0    | ``",
                "=;,;=\"                                           | ``          | 0    | ``",
            })
    void forwardedNamesTheRightmostUntrustedAddress(
            String field, String host, int port, String scheme) {
        assertThat(INTERNAL.client(List.of(), List.of(), List.of(field)))
                .isEqualTo(new ForwardedClient(host, port, scheme));
    }

    @Test
    void forwardedIsIgnoredBesideXForwarded() {
        List<String> madeUp = List.of("for=6.6.6.6;proto=https");
        assertThat(INTERNAL.client(List.of("203.0.113.9"), List.of(), madeUp))
                .isEqualTo(new ForwardedClient("203.0.113.9", 0, ""));
        assertThat(INTERNAL.client(List.of(), List.of("http"), madeUp))
                .isEqualTo(new ForwardedClient("", 0, "http"));
    }

    @Test
    void nothingForwardedTellsNothing() {
        assertThat(INTERNAL.client(List.of(), List.of(), List.of()))
                .isEqualTo(ForwardedClient.UNTOLD);
    }
}
