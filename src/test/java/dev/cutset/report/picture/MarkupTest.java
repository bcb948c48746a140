package dev.cutset.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

  @ParameterizedTest
  @CsvSource({
    "module.vpc.aws_nat_gateway.this[0], vpc.this[0]",
    "module.rds.module.db_instance.aws_db_instance.this[0], rds.db_ins…this[0]",
    "aws_autoscaling_group.mixed-instance, mixed-instance",
    "the zone of aws_db_instance.orders, the zone of orders",
    "'module.server[\"UK South\"].azurerm_lb.front', 'server[\"UK…].front'",
  })
  void what_two_addresses_of_terraform_share_goes_first(String address, String shown) {
    assertThat(Markup.shortened(address, 18)).isEqualTo(shown);
  }

  @Test
  void an_address_that_there_is_room_for_stays_whole() {
    assertThat(Markup.shortened("aws_lb.front", 18)).isEqualTo("aws_lb.front");
  }

  @Test
  void other_names_lose_their_middle() {
    assertThat(Markup.shortened("a-name-that-is-longer-than-18", 18))
        .isEqualTo("a-name-tha…than-18");
  }
}
