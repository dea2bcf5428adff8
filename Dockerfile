# One image for the three services; the command says which: ingest, analytics or notifier. It also takes the other commands, such as token.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q package -pl standalone -am -DskipTests -Dspotless.check.skip

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/plumbline plumbline \
 && install -d -o plumbline -g plumbline /auth
# The libraries change seldom, the services' own jars with each build: two layers.
COPY --from=build /src/standalone/target/lib /opt/plumbline/lib
COPY --from=build /src/standalone/target/plumbline.jar /opt/plumbline/
USER plumbline
WORKDIR /var/lib/plumbline
# Half of the container's memory is heap; the rest is for RocksDB, network buffers and threads. Out of memory ends the process, for a restart.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    PLUMBLINE_HTTP_HOST=0.0.0.0 \
    PLUMBLINE_HTTP_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://localhost:8080/health/ready"]
# Java is the first process, so that SIGTERM reaches it; it leaves within 15 s.
ENTRYPOINT ["java", "-jar", "/opt/plumbline/plumbline.jar"]
CMD ["--help"]
