import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_52e8ddd43983a4e43b77e7f3c535432738c327d3 {
    static final String base64Bytes = String.join("", "bmFtZToKICBuaiBiCmNvbmZpZzoKICBhOiB7bCBxfQogIHg6IFsyLCB7eSp6en1dCiAgZSBuYW1lOiBqYSFhCiAgbnVsbDogZH19Cg==");

    public static void main(String[] args) throws Throwable {
        Crash_52e8ddd43983a4e43b77e7f3c535432738c327d3.class.getClassLoader().setDefaultAssertionStatus(true);
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