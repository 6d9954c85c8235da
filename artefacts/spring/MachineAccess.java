// Spring Security 6.2 and later, 7: tokens beside the chain that is there, and refusals that a program understands.
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

@Configuration
public class MachineAccess {
    private static final String CHALLENGE = "{{CHALLENGE}}";
    private static final String PREFIX = "{{PREFIX}}";
    private static final String HELP = "{{HELP}}";

    /** A call below the API that brings a bearer token; every other request is the chain's that is there. */
    private static boolean bearer(HttpServletRequest request) {
        String sent = request.getHeader("Authorization");
        return request.getRequestURI().startsWith(PREFIX) && sent != null && sent.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /** Browsers send Sec-Fetch-Site, a cookie, or ask for HTML; they keep the answers that they got so far. */
    public static final RequestMatcher PROGRAM = request ->
        request.getHeader("Sec-Fetch-Site") == null
            && request.getHeader("Cookie") == null
            && (request.getHeader("Accept") == null || !request.getHeader("Accept").contains("text/html"));

    public static final AuthenticationEntryPoint REFUSE = (request, response, failure) -> {
        boolean failed = CHALLENGE.startsWith("Bearer") && bearer(request);
        response.setStatus(401);
        response.setHeader("WWW-Authenticate", failed ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        response.setContentType("application/json");
        String error = failed ? "invalid_token" : "missing_token";
        response.getWriter().write("{\"error\":\"" + error + "\",\"help\":\"" + HELP + "\"}");
    };

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        return http
            .securityMatcher(MachineAccess::bearer)
            .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
            .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(REFUSE))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.disable())
            .build();
    }
}
