import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../../shared/api/contract.ts';
import { useNotices } from '../../../components/notices.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useCall } from '../../../queries/use-call.ts';
import {
  insertedItem,
  movedItem,
  type Numbered,
  numbered,
  withItem,
  withoutItem,
} from './list-changes.ts';

/** What the form of one item gets. */
export interface ItemFormProps<T> {
  /** Null for a new one. */
  readonly item: T | null;
  readonly saving: boolean;
  readonly error: string | null;
  readonly onSave: (item: T) => void;
  readonly onClose: () => void;
}

interface EditedListProps<T> {
  /** Names the table in remembered preferences. */
  readonly id: string;
  readonly title: string;
  readonly description: ReactNode;
  /** `budget`: what one item is called. */
  readonly noun: string;
  readonly columns: readonly Column<Numbered<T>>[];
  readonly items: readonly T[];
  readonly loading: boolean;
  readonly empty: ReactNode;
  /** Whether the first item that fits holds, so that they can be moved. */
  readonly ordered?: boolean;
  readonly main?: boolean;
  /** The settings with these items. */
  readonly patch: (items: readonly T[]) => Input<'settings.update'>;
  readonly form: (props: ItemFormProps<T>) => ReactNode;
}

/** A list of the settings as a table: add, change, move, remove (with undo), each kept at once. */
export function EditedList<T>(props: EditedListProps<T>) {
  const { noun, items, columns, patch, form, ordered, ...table } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const [edited, setEdited] = useState<'new' | number | null>(null);
  const save = useCall('settings.update', { changes: 'all' });
  const { notify } = useNotices();
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  const keep = (next: readonly T[], done: () => void) =>
    save.mutate(patch(next), {
      onSuccess: done,
      onError: ({ message }) =>
        edited === null && notify({ type: 'error', header: 'Not saved', content: message }),
    });
  const close = () => {
    setEdited(null);
    save.reset();
  };
  const remove = (place: number) => {
    const item = items[place - 1];
    if (item === undefined) return;
    keep(withoutItem(items, place), () => {
      setChosen(null);
      const undo = () => keep(insertedItem(latest.current, place, item), () => setChosen(place));
      notify({
        id: table.id,
        type: 'success',
        header: `The ${noun} is removed`,
        action: { label: 'Undo', run: undo },
      });
    });
  };
  const move = (place: number, by: 1 | -1) =>
    keep(movedItem(items, place, by), () => setChosen(place + by));
  return (
    <>
      <DataTable
        {...table}
        wrap
        columns={columns}
        rows={numbered(items)}
        trackBy={({ number }) => `${noun} ${number}`}
        openId={chosen === null ? null : `${noun} ${chosen}`}
        onOpen={({ number }) => setChosen(number)}
        actions={
          <ListActions
            noun={noun}
            place={chosen}
            count={items.length}
            ordered={ordered === true}
            busy={save.isPending}
            onAdd={() => setEdited('new')}
            onEdit={setEdited}
            onMove={move}
            onRemove={remove}
          />
        }
      />
      {edited === null
        ? null
        : form({
            item: edited === 'new' ? null : (items[edited - 1] ?? null),
            saving: save.isPending,
            error: save.error?.message ?? null,
            onSave: (item) => keep(withItem(items, edited === 'new' ? null : edited, item), close),
            onClose: close,
          })}
    </>
  );
}

interface ListActionsProps {
  readonly noun: string;
  readonly place: number | null;
  readonly count: number;
  readonly ordered: boolean;
  readonly busy: boolean;
  readonly onAdd: () => void;
  readonly onEdit: (place: number) => void;
  readonly onMove: (place: number, by: 1 | -1) => void;
  readonly onRemove: (place: number) => void;
}

function ListActions(props: ListActionsProps) {
  const { noun, count, ordered, busy, onAdd, onEdit, onMove, onRemove } = props;
  const place = props.place !== null && props.place <= count ? props.place : null;
  const off = busy || place === null;
  const withPlace = (act: (at: number) => void) => () => {
    if (place !== null) act(place);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {ordered ? (
        <>
          <Button
            iconName="angle-up"
            ariaLabel={`Move the ${noun} up`}
            disabled={off || place === 1}
            onClick={withPlace((at) => onMove(at, -1))}
          />
          <Button
            iconName="angle-down"
            ariaLabel={`Move the ${noun} down`}
            disabled={off || place === count}
            onClick={withPlace((at) => onMove(at, 1))}
          />
        </>
      ) : null}
      <Button disabled={off} onClick={withPlace(onRemove)} ariaLabel={`Remove the ${noun}`}>
        Remove
      </Button>
      <Button disabled={off} onClick={withPlace(onEdit)} ariaLabel={`Change the ${noun}`}>
        Change
      </Button>
      <Button iconName="add-plus" disabled={busy} onClick={onAdd} ariaLabel={`Add a ${noun}`}>
        Add
      </Button>
    </SpaceBetween>
  );
}
