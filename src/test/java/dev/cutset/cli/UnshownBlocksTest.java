package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan shows what is in a dynamic block, but no expression of it. */
class UnshownBlocksTest {
  @TempDir private Path folder;

  @Test
  void a_gateway_whose_frontends_its_module_was_given_is_a_way_in() throws IOException {
    String gateway =
        change(
            "module.front.azurerm_application_gateway.this",
            "\"location\":\"westeurope\",\"sku\":[{\"capacity\":1}],"
                + "\"backend_address_pool\":[{\"name\":\"shop\",\"fqdns\":[\"shop.example.net\"]}]",
            "\"frontend_ip_configuration\":true");
    String address =
        change("azurerm_public_ip.front", "\"location\":\"westeurope\"", "\"id\":true");

    Session.Result result =
        check(
            gateway
                + ","
                + address
                + ","
                + change("azurerm_linux_web_app.shop", APP, "\"id\":true"),
            """
            {"resources":[{"address":"azurerm_public_ip.front","expressions":{}}],
             "module_calls":{"front":{
               "expressions":{"frontend_ip_configuration":{
                 "references":["azurerm_public_ip.front.id","azurerm_public_ip.front"]}},
               "module":{"resources":[{"address":"azurerm_application_gateway.this",
                 "expressions":{"location":{"references":["var.location"]}}}]}}}}""");

    assertThat(result.out())
        .contains("✗ module.front.azurerm_application_gateway.this")
        .doesNotContain("✗ azurerm_linux_web_app.shop");
  }

  @Test
  void what_a_block_leads_to_is_told_of_in_the_words_of_terraform() throws IOException {
    String gateway =
        change(
            "azurerm_application_gateway.front",
            "\"location\":\"westeurope\",\"zones\":[\"1\",\"2\"],\"sku\":[{\"capacity\":2}],"
                + "\"frontend_ip_configuration\":[{\"public_ip_address_id\":\"address\"}],"
                + "\"backend_address_pool\":[{\"name\":\"shop\"}]",
            "\"backend_address_pool\":[{\"fqdns\":true}]");

    Session.Result result =
        check(
            gateway,
            """
            {"resources":[{"address":"azurerm_application_gateway.front",
              "expressions":{"backend_address_pool":[{"fqdns":{"references":["local.shop"]}}]}}]}""");

    assertThat(result.out())
        .contains("`backend_address_pool.fqdns of")
        .doesNotContain("backendAddressPools");
  }

  private static final String APP =
      "\"location\":\"westeurope\",\"name\":\"shop\",\"default_hostname\":\"shop.example.net\"";

  private static String change(String address, String after, String unknown) {
    String local = address.substring(address.indexOf("azurerm_"));
    return """
        {"address":"%s","mode":"managed","type":"%s","name":"%s",
         "provider_name":"registry.terraform.io/hashicorp/azurerm",
         "change":{"actions":["create"],"before":null,"after":{%s},"after_unknown":{%s}}}"""
        .formatted(
            address,
            local.substring(0, local.indexOf('.')),
            local.substring(local.indexOf('.') + 1),
            after,
            unknown);
  }

  private Session.Result check(String changes, String configuration) throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        """
        {"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[%s],
         "configuration":{"root_module":%s}}
        """
            .formatted(changes, configuration));
    return new Session(folder).run("check", "plan.json");
  }
}
