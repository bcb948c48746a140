package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In Terraform a chart has another provider than the ingresses that its controller carries out. */
class IngressControllerTest {
  @TempDir private Path folder;

  @Test
  void a_controller_is_in_the_cluster_of_the_ingress() throws IOException {
    Session.Result result = check("", "");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("kubernetes_ingress_v1.shop: needs `helm_release.front`");
  }

  @Test
  void providers_of_one_name_reach_one_cluster() throws IOException {
    Session.Result result = check(".blue", ".blue");

    assertThat(result.out()).contains("kubernetes_ingress_v1.shop: needs `helm_release.front`");
  }

  @Test
  void providers_of_different_names_do_not() throws IOException {
    Session.Result result = check(".blue", ".green");

    assertThat(result.out()).doesNotContain("needs `helm_release.front`");
  }

  private Session.Result check(String helm, String kubernetes) throws IOException {
    Files.writeString(
        folder.resolve("input.json"),
        """
        {"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[
          {"mode":"managed","type":"helm_release","name":"front",
           "provider":"provider[\\"registry.terraform.io/hashicorp/helm\\"]%s",
           "instances":[{"attributes":{"id":"front","name":"front","namespace":"front",
             "chart":"ingress-nginx","values":["controller: {replicaCount: 1}"]}}]},
          {"mode":"managed","type":"kubernetes_ingress_v1","name":"shop",
           "provider":"provider[\\"registry.terraform.io/hashicorp/kubernetes\\"]%s",
           "instances":[{"attributes":{"id":"shop/shop",
             "metadata":[{"name":"shop","namespace":"shop"}],
             "spec":[{"ingress_class_name":"nginx","rule":[{"host":"shop.example","http":[
               {"path":[{"path":"/","backend":[{"service":[{"name":"shop"}]}]}]}]}]}]}}]}]}
        """
            .formatted(helm, kubernetes));
    return new Session(folder).run("check", "input.json");
  }
}
