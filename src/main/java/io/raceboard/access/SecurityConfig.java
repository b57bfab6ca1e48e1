package io.raceboard.access;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.springframework.web.util.UriUtils;

/**
 * Who may ask for what. Reading needs nobody to sign in; everything under {@code /desk} does, and each view and service
 * there says for itself which role it takes.
 */
@Configuration
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class SecurityConfig {

    /** Files and signs of life that everybody may have: no session, no cookie, nothing that keeps caches out. */
    private static final String[] OPEN = {"/data/**", "/live/**", "/alive", "/actuator/health", "/actuator/health/**",
        "/demo/change", "/search.json", "/walls/**"};

    /** Nothing of these stays in the browser's cache. */
    private static final RequestMatcher UNCACHED = RequestMatchers.anyOf(
            Stream.of("/desk", "/desk/**", "/login", "/setup/**", "/invite/**")
                    .map(PathPatternRequestMatcher::pathPattern).toArray(RequestMatcher[]::new));

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain openFileSecurity(HttpSecurity http) {
        return http.securityMatcher(OPEN)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(HttpSecurity http, RequestUtil vaadin, PasswordCheck check, SignIns signIns,
            Audit audit) {
        return http
                .authorizeHttpRequests(requests -> requests.requestMatchers("/desk", "/desk/**").authenticated())
                .with(VaadinSecurityConfigurer.vaadin(), pages -> pages
                        .loginView(LoginView.class)
                        .defaultSuccessUrl("/desk")
                        .enableCsrfConfiguration(false)
                        .addLogoutHandler((request, response, who) -> signedOut(audit, request, who)))
                // Vaadin guards its own requests; every other that writes, signing in included, carries our token.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .formLogin(form -> form.failureHandler((request, response, why) ->
                        response.sendRedirect(again(request, why))))
                .exceptionHandling(refused -> refused.defaultAccessDeniedHandlerFor(
                        (request, response, why) -> response.sendRedirect(request.getContextPath() + "/login"),
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login")))
                .authenticationProvider(check)
                .addFilterBefore(new FreshRights(signIns), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers
                        .withObjectPostProcessor(early())
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(UNCACHED,
                                new StaticHeadersWriter("Cache-Control", "no-store")))
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .anonymous(Customizer.withDefaults())
                .build();
    }

    /** Before the page is made: small pages are sent off by the forward to the framework's servlet, past the filter. */
    private static ObjectPostProcessor<HeaderWriterFilter> early() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static void signedOut(Audit audit, HttpServletRequest request, @org.jspecify.annotations.Nullable
            Authentication who) {
        if (who instanceof SignIn signIn) {
            signIn.end();
            audit.record(AuditKind.SIGN_OUT, signIn.getName(), request.getRemoteAddr(), "account " + signIn.getName(),
                    "here");
        }
    }

    private static String again(HttpServletRequest request, AuthenticationException why) {
        var lang = "zh".equals(request.getParameter("lang")) ? "&lang=zh" : "";
        var name = request.getParameter("username");
        var typed = name == null || name.length() > 60 ? "" : "&name=" + UriUtils.encode(name, StandardCharsets.UTF_8);
        return request.getContextPath() + "/login?" + (why instanceof TooManyAttempts slowed
                ? "wait=" + slowed.seconds() : "error") + typed + lang;
    }
}
