package dev.cutset.analysis;

import dev.cutset.stack.Urn;
import java.util.List;

/**
 * What becomes of a stack in which one component as a whole is gone, and nothing else.
 *
 * @param resource the component's resource
 * @param copies how many run
 * @param needed how many of them must live
 * @param places the zones or regions of the copies
 * @param needs what it needs, and why that is believed
 * @param neededBy what needs it, and why that is believed
 * @param fallen the names of what goes down in turn, each after what it needs
 * @param down the names of entry points that go down
 * @param up the names of entry points that need it, directly or not, and stay up
 * @param substitutes what is served by something else then
 * @param undecidedBy the unknown properties that it depends on; they are taken at their worst
 */
public record Absence(
    Urn resource,
    String name,
    String title,
    int copies,
    int needed,
    List<String> places,
    List<Link> needs,
    List<Link> neededBy,
    List<String> fallen,
    List<String> down,
    List<String> up,
    List<Substitute> substitutes,
    List<String> undecidedBy) {

  public Absence {
    places = List.copyOf(places);
    needs = List.copyOf(needs);
    neededBy = List.copyOf(neededBy);
    fallen = List.copyOf(fallen);
    down = List.copyOf(down);
    up = List.copyOf(up);
    substitutes = List.copyOf(substitutes);
    undecidedBy = List.copyOf(undecidedBy);
  }

  /**
   * The other end of a need.
   *
   * @param evidence why the need is believed
   * @param assumed whether nothing but a shared network speaks for it
   */
  public record Link(String name, String evidence, boolean assumed) {}

  /** Who stays up, and by what. */
  public record Substitute(String served, List<String> by) {
    public Substitute {
      by = List.copyOf(by);
    }
  }
}
