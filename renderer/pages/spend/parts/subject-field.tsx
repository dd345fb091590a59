import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';

interface SubjectFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label?: string }[];
  readonly onChange: (value: string) => void;
}

/** A field for a name: one that is suggested, or any other that is typed. */
export function SubjectField(props: SubjectFieldProps) {
  const { label, description, error, placeholder, value, options, onChange } = props;
  return (
    <FormField label={label} description={description} errorText={error}>
      <Autosuggest
        value={value}
        placeholder={placeholder ?? ''}
        options={options}
        enteredTextLabel={(text) => `Use ${text}`}
        empty="Nothing to suggest: type it"
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
