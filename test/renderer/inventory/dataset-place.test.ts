import { expect, test } from 'vitest';
import { DATASET_PLACES, placeOfDataset } from '../../../renderer/inventory/dataset-place.ts';
import { VIEWS } from '../../../renderer/pages/knowledge-agents/views.ts';
import { RESOURCE_VIEWS } from '../../../renderer/pages/models/resource-views.ts';

test('every dataset is in the view that its place names, and in no other', () => {
  const tables = [
    { to: '/knowledge-agents', views: Object.entries(VIEWS) },
    { to: '/models', views: Object.entries(RESOURCE_VIEWS) },
  ];
  const places = tables.flatMap(({ to, views }) =>
    views.flatMap(([view, { datasets }]) => datasets.map((dataset) => ({ dataset, to, view }))),
  );
  expect(places.toSorted(byDataset)).toEqual(
    Object.entries(DATASET_PLACES)
      .map(([dataset, place]) => ({ dataset, ...place }))
      .toSorted(byDataset),
  );
});

test('a dataset that no page lists has no place', () => {
  expect(placeOfDataset('trails')).toBeUndefined();
  expect(placeOfDataset('constructor')).toBeUndefined();
  expect(placeOfDataset('batch-jobs')).toEqual({ to: '/knowledge-agents', view: 'jobs' });
});

function byDataset(a: { readonly dataset: string }, b: { readonly dataset: string }): number {
  return a.dataset < b.dataset ? -1 : 1;
}
