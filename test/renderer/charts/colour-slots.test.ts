import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendSlots, parseSlots } from '../../../renderer/charts/colour-slots.ts';
import { PALETTE_SIZE, paletteColour } from '../../../renderer/charts/palette.ts';

const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 40 });

describe('colours of models', () => {
  test('a colour once given stays, whatever comes later', () => {
    fc.assert(
      fc.property(names, names, (first, later) => {
        const before = extendSlots({}, first);
        const after = extendSlots(before, later);
        for (const name of first) expect(after[name]).toBe(before[name]);
      }),
    );
  });

  test('no two names share a slot', () => {
    fc.assert(
      fc.property(names, names, (first, later) => {
        const slots = Object.values(extendSlots(extendSlots({}, first), later));
        expect(new Set(slots).size).toBe(slots.length);
      }),
    );
  });

  test('the first seen get the most distinct colours', () => {
    expect(extendSlots({}, ['opus', 'haiku', 'opus', 'nova'])).toEqual({
      opus: 0,
      haiku: 1,
      nova: 2,
    });
  });

  test('nothing new answers the same object, so that nothing renders again', () => {
    const slots = extendSlots({}, ['opus']);
    expect(extendSlots(slots, ['opus'])).toBe(slots);
  });

  test('names of object members are names like others', () => {
    expect(extendSlots({}, ['constructor', 'toString'])).toEqual({ constructor: 0, toString: 1 });
  });

  test.each([
    [null, null],
    ['x', null],
    [[1], null],
    [{ a: 1, b: 'x', c: 1.5 }, { a: 1 }],
  ])('stored %j reads as %j', (stored, slots) => {
    expect(parseSlots(stored)).toEqual(slots);
  });
});

test('the palette begins again after its last colour', () => {
  expect(paletteColour(PALETTE_SIZE)).toBe(paletteColour(0));
});
