import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { ModelDetail, ModelRow } from '../../../shared/api/answers.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { allTokens } from '../../charts/measure.ts';
import { Money } from '../../components/money.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { ProvenanceBadge } from '../../components/provenance-badge.tsx';
import { ReadingNotes } from '../../components/reading-notes.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { countOf, exactCount } from '../../format.ts';
import { LifecycleTimeline } from './lifecycle.tsx';
import { accessWords, priceRangeWords } from './model-words.ts';

/** What a model is, what it was used for, where it may be called, and its dates. */
export function ModelSummary({ detail }: { readonly detail: ModelDetail }) {
  const { model, coverage } = detail;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        minColumnWidth={170}
        items={[...identityPairs(model), ...usePairs(detail), ...offerPairs(model)]}
      />
      {model.nature === 'foundation' ? (
        <SpaceBetween size="xs">
          <Header
            variant="h3"
            description={
              model.lifecycle?.varies === true
                ? 'Regions tell different dates; these are the earliest. The evidence has each.'
                : undefined
            }
          >
            Lifecycle
          </Header>
          <LifecycleTimeline row={model} />
        </SpaceBetween>
      ) : null}
      <ReadingNotes outcomes={coverage.flatMap(({ lacking }) => lacking)} />
    </SpaceBetween>
  );
}

interface Pair {
  readonly label: string;
  readonly value: ReactNode;
}

function identityPairs({ modelId, provider, nature, baseModelId }: ModelRow): readonly Pair[] {
  return [
    {
      label: 'Model id',
      value: (
        <CopyToClipboard
          variant="inline"
          textToCopy={modelId}
          copyButtonAriaLabel="Copy the model id"
          copySuccessText="Copied"
          copyErrorText="The clipboard refused"
        />
      ),
    },
    { label: 'Provider', value: provider },
    { label: 'Kind', value: NATURES[nature] },
    ...(baseModelId === null
      ? []
      : [
          {
            label: 'Made from',
            value:
              nature === 'marketplace' ? (
                baseModelId
              ) : (
                <PageLink to="/models" query={{ id: baseModelId }}>
                  {modelLabel(baseModelId)}
                </PageLink>
              ),
          },
        ]),
  ];
}

const NATURES: Readonly<Record<ModelRow['nature'], string>> = {
  foundation: 'Foundation model',
  custom: 'Custom model',
  imported: 'Imported model',
  marketplace: 'Marketplace endpoint',
  router: 'Prompt router',
  unknown: 'Not known: the id names nothing that was read',
};

function usePairs({ model: { use }, window }: ModelDetail): readonly Pair[] {
  return [
    { label: `Calls since ${window.from}`, value: exactCount(use.calls) },
    { label: 'Tokens', value: <Tokens count={allTokens(use.tokens)} /> },
    {
      label: 'Cost',
      value:
        use.calls === 0 ? (
          'none'
        ) : (
          <>
            <Money usd={use.usd} />{' '}
            <ProvenanceBadge provenance={use.usd === null ? 'unpriced' : 'metered'} />
          </>
        ),
    },
    { label: 'Counted from', value: use.basis.map(basisName).join(', ') || 'nothing was counted' },
    {
      label: 'Called by',
      value: `${countOf(use.callerCount, 'principal')}${use.unnamedCalls > 0 ? `, and ${countOf(use.unnamedCalls, 'call')} by nobody known` : ''}`,
    },
  ];
}

function basisName(basis: ModelRow['use']['basis'][number]): string {
  if (basis === 'events') return 'CloudTrail events, which tell no tokens';
  return basis === 'metrics' ? 'CloudWatch metrics' : 'invocation logs';
}

function offerPairs(model: ModelRow): readonly Pair[] {
  const { regions, accounts, destinations, provisionedUnits, nature } = model;
  const offered = nature === 'foundation' ? 'Offered in' : 'Lies in';
  return [
    {
      label: offered,
      value:
        regions.length === 0
          ? 'no place that was read'
          : `${regions.join(', ')} (${countOf(accounts, 'account')})`,
    },
    ...(nature === 'foundation'
      ? [
          { label: 'Access', value: accessWords(model) },
          {
            label: 'Profiles',
            value: destinations.map(({ geography }) => geography).join(', ') || 'none',
          },
          { label: 'Standard prices', value: priceRangeWords(model) || 'unpriced' },
          {
            label: 'Modalities',
            value: `${words(model.inputModalities)} in, ${words(model.outputModalities)} out`,
          },
        ]
      : []),
    ...(provisionedUnits === 0
      ? []
      : [{ label: 'Bought capacity', value: countOf(provisionedUnits, 'model unit') }]),
  ];
}

function words(modalities: readonly string[]): string {
  return modalities.map((each) => each.toLowerCase()).join(', ') || 'not told';
}
