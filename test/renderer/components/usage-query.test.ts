import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryOf, valuesOf } from '../../../renderer/components/usage-query.ts';

const list = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 });

test('tokens carry every filter value there and back', () => {
  const values = fc.record({ accounts: list, regions: list, models: list, principals: list });
  fc.assert(
    fc.property(values, (written) => {
      expect(valuesOf(queryOf(written))).toEqual(written);
    }),
  );
});

test('a value chosen twice counts once', () => {
  const token = { propertyKey: 'models', operator: '=', value: 'a' };
  expect(valuesOf({ operation: 'and', tokens: [token, token] }).models).toEqual(['a']);
});
