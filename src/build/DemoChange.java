import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the server that {@code make run} started here for a visible test change. Arguments: port, file with the key. */
void main(String[] arguments) throws Exception {
    var address = URI.create("http://localhost:" + arguments[0] + "/demo/change");
    var key = Path.of(arguments[1]);
    if (!Files.exists(key)) {
        IO.println("No server was started here yet: run `make run` in another window first.");
        System.exit(1);
    }
    var change = HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + Files.readString(key).strip())
            .POST(BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(change, BodyHandlers.ofString());
        IO.print(answer.body());
        System.exit(answer.statusCode() == 200 ? 0 : 1);
    } catch (ConnectException nobody) {
        IO.println("No server answers at port " + arguments[0] + ": run `make run` in another window first.");
        System.exit(1);
    }
}
