import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_d8cd6dc6552c006373e505cff95ae39d34afee99 {
    static final String base64Bytes = String.join("", "bmFtZTogeApydW50aW1lOgogIG5lbWU6IGogYgpjb25maWc6CiAgYToge3QgcX0KICB4OiBbMiwge3kqenp9XQogIGQ6IHt0IHE6IHsmbyxyY2U6PCAuLi9kfX0K");

    public static void main(String[] args) throws Throwable {
        Crash_d8cd6dc6552c006373e505cff95ae39d34afee99.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.cutset.pulumi.host.ProjectTarget.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.cutset.pulumi.host.ProjectTarget.class.getMethod("fuzzerInitialize", String[].class);
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
        dev.cutset.pulumi.host.ProjectTarget.fuzzerTestOneInput(input);
    }
}