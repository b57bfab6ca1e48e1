package io.raceboard.publish;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the files at their addresses. */
@Configuration
class Servlets {

    @Bean
    ServletRegistrationBean<ChartFileServlet> chartFileServlet(ChartFiles files) {
        return new ServletRegistrationBean<>(new ChartFileServlet(files), "/data/*");
    }
}
