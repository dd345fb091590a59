import type { View } from '../../inventory/view.ts';
import type { ModelView } from './model-filters.ts';

const KEY = { fact: 'key', header: 'Key', width: 130, grow: 0.5 } as const;
const STATUS = { fact: 'status', header: 'Status', width: 110 } as const;
const CREATED = { fact: 'created', header: 'Created', width: 110 } as const;

/** The tables whose rows are items of datasets, whatever they are of. */
export const RESOURCE_VIEWS: Readonly<Record<Exclude<ModelView, 'foundation' | 'profiles'>, View>> =
  {
    own: {
      label: 'Custom and imported models',
      noun: 'model',
      datasets: ['custom-models', 'imported-models'],
      kinds: true,
      columns: [
        { fact: 'models', header: 'Base', width: 104, grow: 0.5 },
        { ...KEY, width: 124 },
        { ...CREATED, width: 124 },
      ],
      more: [
        { fact: 'tags', header: 'Tags', width: 160, grow: 1, shown: false },
        { fact: 'type', header: 'Type', width: 120, shown: false },
        { ...STATUS, shown: false },
        { fact: 'made-by', header: 'Made by', width: 150, shown: false },
        { fact: 'data', header: 'Data', width: 150, shown: false },
      ],
      empty: 'Models that accounts made or brought are listed with their data, key and job.',
    },
    capacity: {
      label: 'Capacity',
      noun: 'resource',
      datasets: [
        'provisioned-throughputs',
        'custom-model-deployments',
        'marketplace-endpoints',
        'prompt-routers',
      ],
      kinds: true,
      sort: { columnId: 'kind', descending: false },
      columns: [
        { fact: 'models', header: 'Serves', width: 106, grow: 1 },
        { fact: 'size', header: 'Size', width: 108, grow: 0.5 },
        { fact: 'commitment', header: 'Until', width: 100, grow: 0.5 },
        { ...STATUS, width: 116 },
      ],
      more: [
        { ...CREATED, shown: false },
        { ...KEY, shown: false },
        { fact: 'tags', header: 'Tags', width: 150, shown: false },
        { fact: 'role', header: 'Role', width: 150, shown: false },
      ],
      empty: 'Bought capacity, deployments, Marketplace endpoints and routers are listed.',
    },
  };
