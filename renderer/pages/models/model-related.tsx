import type { ModelDetail, RelatedResource } from '../../../shared/api/answers.ts';
import { PageLink } from '../../components/page-link.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { When } from '../../components/when.tsx';
import { exactCount } from '../../format.ts';
import { placeOfDataset } from '../../inventory/dataset-place.ts';

/** What made a model, was made from it, calls it or serves it. */
export function ModelRelated({ detail }: { readonly detail: ModelDetail }) {
  const { related, relatedTotal } = detail;
  return (
    <DataTable
      id="model-related"
      title="Jobs and capacity"
      description={
        relatedTotal > related.length ? `The newest ${exactCount(related.length)}.` : undefined
      }
      variant="embedded"
      columns={COLUMNS}
      rows={related}
      trackBy={({ arn }) => arn}
      pageRows={25}
      empty={
        <Empty title="No job or capacity names it">
          Jobs and capacity of every account are looked at.
        </Empty>
      }
    />
  );
}

const RELATIONS: Readonly<Record<RelatedResource['relation'], string>> = {
  made: 'made it',
  base: 'made from it',
  calls: 'calls it',
  serves: 'serves it',
};

/** A job or capacity by its name, which leads to its row. */
function NameCell({ name, arn, dataset }: RelatedResource) {
  const place = placeOfDataset(dataset);
  if (place === undefined) return <span title={arn}>{name}</span>;
  return (
    <span title={arn}>
      <PageLink to={place.to} query={{ view: place.view, text: arn }}>
        {name}
      </PageLink>
    </span>
  );
}

const COLUMNS: readonly Column<RelatedResource>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (row) => <NameCell {...row} />,
    csv: ({ arn }) => arn,
    sort: ({ name }) => name,
    width: 160,
    grow: 1,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ dataset }) => dataset.replaceAll('-', ' ').replace(/s$/, ''),
    csv: ({ dataset }) => dataset,
    sort: ({ dataset }) => dataset,
    width: 150,
  },
  {
    id: 'relation',
    header: 'Relation',
    cell: ({ relation }) => RELATIONS[relation],
    csv: ({ relation }) => relation,
    sort: ({ relation }) => relation,
    width: 112,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => status ?? 'not told',
    csv: ({ status }) => status,
    sort: ({ status }) => status ?? '',
    width: 110,
  },
  {
    id: 'created',
    header: 'Created',
    cell: ({ createdAt }) => (createdAt === null ? 'not told' : <When at={createdAt} as="ago" />),
    csv: ({ createdAt }) => createdAt,
    sort: ({ createdAt }) => createdAt ?? '',
    width: 110,
  },
  {
    id: 'place',
    header: 'Account, Region',
    cell: ({ accountId, region }) => `${accountId}, ${region}`,
    csv: ({ accountId, region }) => `${accountId} ${region}`,
    sort: ({ accountId, region }) => `${accountId} ${region}`,
    width: 190,
  },
];
