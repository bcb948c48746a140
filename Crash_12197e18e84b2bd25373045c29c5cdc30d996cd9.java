import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_12197e18e84b2bd25373045c29c5cdc30d996cd9 {
    static final String base64Bytes = String.join("", "ewogICJjb25maWciOiB7ImF3czpyZWdpb24iOiAiZXUtd2VzdC0xIiwgInNob3A6c2l6ZSI6ICIzIiwgImdjcDpwcm9qZWN0IjogInVudXNlZCJ9LAogICJzdGVwcyI6IFsKICAgIHsib3AiOiAiY3JlYXRlIiwgInVybiI6ICJ1cm46cHVsdW1pOmRldjo6c2hvcDo6YXdzOnMzL2J1Y2tldDpCdWNrZXQ6OmZpbGVzIiwKICAgICAibmV3U3RhdGUiOiB7InVybiI6ICJ1cm46cHVsdW1pOjpldjpkc2hvcDo6YXdzOnMzL2J1Y2tldDpCdWNrZXQ6OmZpbGVzIiwgImN1c3RvbSI6IHRydWUsICJ0eXBlIjogImF3czpzMy9idWNrZXQ6QnVja2V0IiwKICAgICAgICJpbnB1dHMiOiB7ImJ1Y2tldCI6ICJmaWxlcyJ9LAogICAgICAgInByb3ZpZGVyIjogInVybjpwdWx1bWk6ZGV2OjpzaG9wOjpwdWx1bWk6cHJvdmlkZXJzOmF3czo6ZGVmYXVsdF82XzgzXzA6OjA0ZGE2YjU0LTgwZTQtNDZmNy05NmVjLWI1NmZmMDMzMWJhOSJ9fSwKICAgIHsib3AiOiAiY3JlYXRlIiwgInVybiI6ICJ1cm46cHVsdW1pOmRldjo6c2hvcDo6YXdzOnMzL2J1Y2tldDpCdWNrZXQ6OmNvcGllcyIsCiAgICAgIm5ld1N0YXRlIjogeyJ1cm4iOiAidXJuOnB1bHVtaTpkZXY6OnNob3A6OmF3czpzMy9idWNrZXQ6QnVja2V0Ojpjb3BpZXMiLCAiY3VzdG9tIjogdHJ1ZSwgInR5cGUiOiAiYXdzOnMzL2J1Y2tldDpCdWNrZXQiLAogICAgICAgInByb3ZpZGVyIjogInVybjpwdWx1bWk6ZGV2OjpzaG9wOjpwdWx1bWk6cHJvdmlkZXJzOmF3czo6d2VzdDo6MDRkYTZiNTQtODBlNC00NmY3LTk2ZWMtYjU2ZmYwMzMxYmE5In19CiAgXSwKICAiZHVyYXRpb24iOiA1LAogICJjaGFuZ2VTdW1tYXJ5IjogeyJjcmVhdGUiOiAyfQp9Cg==");

    public static void main(String[] args) throws Throwable {
        Crash_12197e18e84b2bd25373045c29c5cdc30d996cd9.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.cutset.fuzz.StackTarget.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.cutset.fuzz.StackTarget.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        dev.cutset.fuzz.StackTarget.fuzzerTestOneInput(input);
    }
}