package dev.cutset.analysis;

import java.util.Arrays;

/** Numbers by three numbers, without an object for each. */
final class IntTable {
  private static final int WIDTH = 4;
  private static final int FEWEST = 256;

  private int[] cells = new int[FEWEST * WIDTH];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(cells, 0);
    size = 0;
  }

  /** The number, or zero where there is none. */
  int get(int first, int second, int third) {
    return cells[find(first, second, third) + WIDTH - 1];
  }

  /**
   * Remembers a number for numbers that have none yet.
   *
   * @param number not zero
   */
  void put(int first, int second, int third, int number) {
    if (2 * size * WIDTH >= cells.length) {
      grow();
    }
    set(find(first, second, third), first, second, third, number);
    size++;
  }

  private void set(int cell, int first, int second, int third, int number) {
    cells[cell] = first;
    cells[cell + 1] = second;
    cells[cell + 2] = third;
    cells[cell + 3] = number;
  }

  /** Where the numbers are, or would go. */
  private int find(int first, int second, int third) {
    int hash = ((first * 31 + second) * 0x9E3779B1) ^ (third * 0x85EBCA6B);
    int mask = cells.length - 1;
    int cell = ((hash ^ (hash >>> 15)) * WIDTH) & mask;
    while (cells[cell + WIDTH - 1] != 0
        && !(cells[cell] == first && cells[cell + 1] == second && cells[cell + 2] == third)) {
      cell = (cell + WIDTH) & mask;
    }
    return cell;
  }

  private void grow() {
    int[] before = cells;
    cells = new int[before.length * 2];
    for (int i = 0; i < before.length; i += WIDTH) {
      if (before[i + 3] != 0) {
        int cell = find(before[i], before[i + 1], before[i + 2]);
        set(cell, before[i], before[i + 1], before[i + 2], before[i + 3]);
      }
    }
  }
}
