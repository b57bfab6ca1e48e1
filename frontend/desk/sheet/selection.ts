import type { Place } from './types';

/** Which cell has the keyboard, and the block of cells between it and where picking began. */
export class Selection {
  at: Place = { row: 0, column: 0 };
  private from: Place = { row: 0, column: 0 };

  /** Goes to a cell; stretching keeps the corner where picking began. */
  go(place: Place, stretch = false) {
    this.at = place;
    if (!stretch) this.from = place;
  }

  /** Picking begins here. */
  begin(place: Place) {
    this.from = place;
  }

  get block() {
    return {
      top: Math.min(this.at.row, this.from.row), bottom: Math.max(this.at.row, this.from.row),
      left: Math.min(this.at.column, this.from.column), right: Math.max(this.at.column, this.from.column),
    };
  }

  get cells() {
    const { top, bottom, left, right } = this.block;
    return (bottom - top + 1) * (right - left + 1);
  }

  isAt(place: Place) {
    return this.at.row === place.row && this.at.column === place.column;
  }

  isPicked({ row, column }: Place) {
    const { top, bottom, left, right } = this.block;
    return this.cells > 1 && row >= top && row <= bottom && column >= left && column <= right;
  }

  /** All places of the block, line by line. */
  places() {
    const { top, bottom, left, right } = this.block;
    const places: Place[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) places.push({ row, column });
    }
    return places;
  }
}
