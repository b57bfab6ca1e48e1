# The image that users run:
#   docker build -t raceboard .
#   docker run -p 8080:8080 -v raceboard:/raceboard/data raceboard

FROM node:24-bookworm-slim AS node

FROM maven:3-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY pom.xml vite.config.ts ./
COPY frontend frontend
COPY src src
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/raceboard.jar extract --layers --destination /layers

# Libraries change seldom and the program often, so each is a layer of its own.
FROM eclipse-temurin:25-jre AS program
WORKDIR /raceboard
COPY config/application.yml config/jvm.options config/
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/application/ ./

# A practice start teaches the JVM what a start needs; the store it fills is thrown away with this stage.
FROM program AS practice
RUN java @config/jvm.options -XX:AOTCacheOutput=raceboard.aot -jar raceboard.jar --raceboard.practice=true \
    --server.port=0 --spring.datasource.url=jdbc:h2:file:/tmp/practice/raceboard

FROM program
COPY --from=practice /raceboard/raceboard.aot ./
RUN groupadd --gid 10001 raceboard && useradd --uid 10001 --gid 10001 --no-create-home raceboard \
    && mkdir data && chown raceboard:raceboard data
USER 10001:10001
VOLUME /raceboard/data
EXPOSE 8080
# Ready means that the store can be read and written. The image has no curl, but bash can speak to a port.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "@config/jvm.options", "-XX:MaxRAMPercentage=60", "-XX:AOTCache=raceboard.aot", "-jar", "raceboard.jar"]
