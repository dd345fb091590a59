import Autosuggest from '@cloudscape-design/components/autosuggest';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import {
  DIMENSIONS,
  type Grouping,
  groupingName,
  groupingOf,
  keyOfGrouping,
  NAMED_GROUPINGS,
} from '../../../spend/grouping.ts';
import { useKeys } from '../parts/use-keys.ts';

type Kind = 'tag' | 'metadata';

const KINDS = [
  { value: 'tag', label: 'A tag ...', title: 'Group by a tag' },
  { value: 'metadata', label: 'A key of request metadata ...', title: 'Group by request metadata' },
] as const;

interface GroupingChoiceProps {
  readonly chosen: Grouping;
  readonly onChoose: (grouping: Grouping) => void;
}

/** Chooses a dimension, or asks for the key of a tag or of request metadata. */
export function GroupingChoice({ chosen, onChoose }: GroupingChoiceProps) {
  const [kind, setKind] = useState<Kind | null>(null);
  const keyed =
    keyOfGrouping(chosen) === null ? [] : [{ value: chosen, label: groupingName(chosen) }];
  return (
    <>
      <Select
        inlineLabelText="Group by"
        selectedOption={{ value: chosen, label: groupingName(chosen) }}
        options={[
          ...keyed,
          ...NAMED_GROUPINGS.map((value) => ({ value, label: DIMENSIONS[value].name })),
          ...KINDS.map(({ value, label }) => ({ value, label })),
        ]}
        onChange={({ detail }) => {
          const { value } = detail.selectedOption;
          const asked = KINDS.find((each) => each.value === value);
          const next = groupingOf(value ?? null);
          if (asked !== undefined) setKind(asked.value);
          else if (next !== null) onChoose(next);
        }}
        expandToViewport
      />
      {kind === null ? null : (
        <KeyModal
          kind={kind}
          onClose={() => setKind(null)}
          onChoose={(next) => {
            setKind(null);
            onChoose(next);
          }}
        />
      )}
    </>
  );
}

interface KeyModalProps {
  readonly kind: Kind;
  readonly onClose: () => void;
  readonly onChoose: (grouping: Grouping) => void;
}

function KeyModal({ kind, onClose, onChoose }: KeyModalProps) {
  const [key, setKey] = useState('');
  const { keys } = useKeys(kind);
  const grouping = groupingOf(`${kind}:${key.trim()}`);
  const choose = () => {
    if (grouping !== null) onChoose(grouping);
  };
  return (
    <Modal
      visible
      header={KINDS.find(({ value }) => value === kind)?.title}
      onDismiss={onClose}
      closeAriaLabel="Close"
      footer={
        <Button variant="primary" disabled={grouping === null} onClick={choose}>
          Group
        </Button>
      }
    >
      <FormField
        label="Key"
        description={
          kind === 'tag'
            ? 'Tags of application profiles, capacity, custom models, principals and accounts, as AWS writes them.'
            : 'A key of the metadata that callers send with a request.'
        }
        constraintText="Letters, digits, spaces and : _ @ $ # = / + , . -"
        errorText={key === '' || grouping !== null ? '' : 'AWS allows no such key'}
      >
        <Autosuggest
          value={key}
          options={keys}
          enteredTextLabel={(text) => `Use ${text}`}
          empty="None found in this period: type it"
          onChange={({ detail }) => setKey(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') choose();
          }}
          autoFocus
        />
      </FormField>
    </Modal>
  );
}
