package dev.cutset.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.stack.Urn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  private static final Urn WEB = new Urn("urn:pulumi:prod::shop::aws:ec2/instance:Instance::web-1");

  @ParameterizedTest
  @CsvSource({
    "web-1,true",
    "web-?,true",
    "web-*,true",
    "*,true",
    "*-1,true",
    "w*b*1,true",
    "web-1*,true",
    "web,false",
    "web-,false",
    "web-1?,false",
    "?web-1,false",
    "WEB-1,false",
    "urn:pulumi:prod::shop::aws:ec2/instance:Instance::web-1,true",
    "urn:pulumi:*::aws:ec2/instance:Instance::*,true",
    "*::aws:rds/instance:Instance::*,false",
    "urn:pulumi:prod::shop,false",
  })
  void a_glob_is_over_the_name_or_the_whole_urn(String glob, boolean matches) {
    assertThat(new NamePattern(glob).matches(WEB)).isEqualTo(matches);
  }

  @Test
  void a_public_name_is_matched_too() {
    assertThat(new NamePattern("shop.*").matches(WEB, "shop.example.com")).isTrue();
    assertThat(new NamePattern("shop.*").matches(WEB, "example.com")).isFalse();
  }

  @Test
  void brackets_of_terraform_addresses_stand_for_themselves() {
    Urn second = new Urn("aws_instance.web[1]");

    assertThat(new NamePattern("aws_instance.web[*]").matches(second)).isTrue();
    assertThat(new NamePattern("aws_instance.web[0]").matches(second)).isFalse();
  }

  @Test
  void many_stars_do_not_take_for_ever() {
    Urn name = new Urn("a".repeat(5_000));

    assertThat(new NamePattern("*a".repeat(500) + "b").matches(name)).isFalse();
  }

  @Test
  void a_blank_pattern_is_refused() {
    assertThatThrownBy(() -> new NamePattern(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
