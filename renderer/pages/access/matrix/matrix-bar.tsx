import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import type { AccessMatrix } from '../../../../shared/api/access-answers.ts';
import { PropertyBar } from '../../../components/property-bar.tsx';
import { countOf } from '../../../format.ts';
import { accountWords, KIND_WORDS } from '../access-words.ts';
import { GROUPINGS, type MatrixValues, NO_TEAM, ONLY, type Only } from './matrix-filters.ts';

interface MatrixBarProps {
  readonly matrix: AccessMatrix;
  readonly shown: number;
  readonly values: MatrixValues;
  readonly update: (patch: Partial<MatrixValues>) => void;
}

/** Narrows the matrix to principals, providers and kinds of cells, and chooses how rows are gathered. */
export function MatrixBar({ matrix, shown, values, update }: MatrixBarProps) {
  return (
    <div className="matrix-bar">
      <PropertyBar
        label="Filter principals"
        placeholder="Filter by account, kind, team, provider or name"
        properties={propertiesOf(matrix)}
        query={{
          lists: {
            accounts: values.accounts,
            kinds: values.kinds,
            teams: values.teams,
            providers: values.providers,
          },
          text: values.text,
        }}
        countText={countOf(shown, 'principal')}
        onChange={({ lists: { accounts = [], kinds = [], teams = [], providers = [] }, text }) =>
          update({ accounts, kinds, teams, providers, text })
        }
      />
      <OnlyChoice chosen={values.only} onChange={(only) => update({ only })} />
      <Select
        inlineLabelText="Group by"
        selectedOption={{ value: values.group, label: GROUP_WORDS[values.group] }}
        options={GROUPINGS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
        onChange={({ detail }) => {
          const group = GROUPINGS.find((id) => id === detail.selectedOption.value);
          if (group !== undefined) update({ group });
        }}
      />
    </div>
  );
}

const GROUP_WORDS = { account: 'account', kind: 'kind', team: 'team' } as const;

const ONLY_WORDS: Readonly<Record<Only, { readonly label: string; readonly description: string }>> =
  {
    unapproved: {
      label: 'Only unapproved',
      description: 'May be called and is not on the list of approved models',
    },
    unused: { label: 'Only unused', description: 'May be called and was not in the window' },
    unguarded: {
      label: 'Only without guardrail',
      description: 'May be called by a request that names no guardrail',
    },
    conditional: {
      label: 'Only conditional',
      description: 'May be called if the request has certain values',
    },
  };

interface OnlyChoiceProps {
  readonly chosen: readonly Only[];
  readonly onChange: (only: readonly Only[]) => void;
}

function OnlyChoice({ chosen, onChange }: OnlyChoiceProps) {
  const options = ONLY.map((value) => ({ value, ...ONLY_WORDS[value] }));
  return (
    <FormField stretch>
      <Multiselect
        selectedOptions={options.filter(({ value }) => chosen.includes(value))}
        options={options}
        placeholder={chosen.length === 0 ? 'All cells' : 'And more'}
        ariaLabel="Which cells"
        inlineTokens
        onChange={({ detail }) =>
          onChange(
            ONLY.filter((only) => detail.selectedOptions.some(({ value }) => value === only)),
          )
        }
      />
    </FormField>
  );
}

function propertiesOf({ rows, models, accountNames }: AccessMatrix) {
  const plain = (values: readonly string[]) =>
    [...new Set(values)].sort().map((value) => ({ value }));
  const accounts = [...new Set(rows.map(({ accountId }) => accountId))].sort();
  return [
    {
      key: 'accounts',
      label: 'Account',
      plural: 'Accounts',
      options: accounts.map((value) => ({ value, note: accountWords(value, accountNames) })),
    },
    {
      key: 'kinds',
      label: 'Kind',
      plural: 'Kinds',
      options: plain(rows.map(({ kind }) => KIND_WORDS[kind])),
    },
    {
      key: 'teams',
      label: 'Team',
      plural: 'Teams',
      options: plain(rows.map(({ team }) => team ?? NO_TEAM)),
    },
    {
      key: 'providers',
      label: 'Provider',
      plural: 'Providers',
      options: plain(models.map(({ provider }) => provider)),
    },
  ];
}
