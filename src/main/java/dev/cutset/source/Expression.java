package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a Terraform configuration says that a property shall be. */
sealed interface Expression {

  /** A value written down. */
  record Constant(Value value) implements Expression {}

  /** Something computed from what these references name; how is not told. */
  record References(List<Reference> references) implements Expression {
    public References {
      references = List.copyOf(references);
    }
  }

  /** A nested block. */
  record Block(Map<String, Expression> properties) implements Expression {
    public Block {
      properties = FewEntries.copyOf(properties);
    }
  }

  /** Several nested blocks of one name. */
  record Blocks(List<Expression> blocks) implements Expression {
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }

  /** The references of each single expression within. */
  default List<List<Reference>> singles() {
    List<List<Reference>> found = new ArrayList<>();
    collect(this, found);
    return found;
  }

  private static void collect(Expression expression, List<List<Reference>> found) {
    if (expression instanceof References references) {
      found.add(references.references());
    } else if (expression instanceof Block block) {
      block.properties().values().forEach(property -> collect(property, found));
    } else if (expression instanceof Blocks blocks) {
      blocks.blocks().forEach(block -> collect(block, found));
    }
  }
}
