import type { ComponentChildren } from 'preact'
import { useChrome } from '../chrome.ts'
import type { AskIssue, AskQuestion } from '../request-views.ts'

/** Where a field stands on its page; the summary of errors leads there. */
const idOf = (field: string): string => `f-${field}`

const issueOf = (issues: readonly AskIssue[], field: string): AskIssue | undefined =>
  issues.find((one) => one.field === field)

/** All that is wrong, first on the page and with the focus; each line leads to its field. */
export const ErrorSummary = ({
  issues,
  refused,
}: {
  issues: readonly AskIssue[]
  refused: string | null
}) => {
  const { say } = useChrome()
  if (issues.length === 0 && refused === null) return null
  return (
    <div class="banner errors" role="alert" tabIndex={-1} autofocus>
      <h2>{say('portal.ask.errors')}</h2>
      {refused && <p>{refused}</p>}
      {issues.length > 0 && (
        <ul>
          {issues.map((one) => (
            <li key={one.field}>
              <a href={`#${idOf(one.field)}`}>{one.words}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What a browser may fill in by itself. */
type Fill = 'off' | 'name' | 'tel' | 'email' | 'street-address' | 'postal-code'

interface FieldProps {
  readonly field: string
  readonly value: string
  readonly issues: readonly AskIssue[]
  readonly optional?: boolean
  readonly hint?: string
}

const Label = ({ field, optional }: Pick<FieldProps, 'field' | 'optional'>) => {
  const { say } = useChrome()
  return (
    <>
      {say(`portal.ask.field.${field}`)}
      {optional && <span class="about"> {say('portal.ask.optional')}</span>}
    </>
  )
}

const About = ({ field, hint, issues }: Pick<FieldProps, 'field' | 'hint' | 'issues'>) => {
  const issue = issueOf(issues, field)
  return (
    <>
      {hint && (
        <span class="about" id={`${idOf(field)}-hint`}>
          {hint}
        </span>
      )}
      {issue && (
        <strong class="wrong" id={`${idOf(field)}-wrong`}>
          {issue.words}
        </strong>
      )}
    </>
  )
}

const describedBy = ({ field, hint, issues }: Pick<FieldProps, 'field' | 'hint' | 'issues'>) =>
  [hint && `${idOf(field)}-hint`, issueOf(issues, field) && `${idOf(field)}-wrong`]
    .filter(Boolean)
    .join(' ') || undefined

/** One line, or several where `rows` says so, with what is wrong beside it. */
export const TextField = (
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel'
    rows?: number
    autocomplete?: Fill
  },
) => {
  const { field, value, issues, type = 'text', rows, autocomplete } = props
  const common = {
    id: idOf(field),
    name: field,
    'aria-invalid': issueOf(issues, field) ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
    autocomplete,
    lang: 'zh-CN',
  }
  return (
    <p class="field">
      <label for={idOf(field)}>
        <Label {...props} />
      </label>
      <About {...props} />
      {rows ? (
        <textarea {...common} rows={rows}>
          {/* A leading line break would be eaten by the browser. */}
          {value.startsWith('\n') ? `\n${value}` : value}
        </textarea>
      ) : (
        // Preact's types know each kind of input for itself.
        <input {...common} type={type as 'email'} value={value} />
      )}
    </p>
  )
}

/** One of a few; the summary leads to the first. */
export const Choice = (
  props: FieldProps & {
    options: readonly { readonly value: string; readonly label: string }[]
    children?: ComponentChildren
  },
) => {
  const { field, value, issues, options } = props
  return (
    <fieldset class="field" aria-describedby={describedBy(props)}>
      <legend>
        <Label {...props} />
      </legend>
      <About {...props} />
      {options.map((option, at) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={field}
            value={option.value}
            id={at === 0 ? idOf(field) : undefined}
            checked={option.value === value}
            aria-invalid={issueOf(issues, field) ? 'true' : undefined}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {props.children}
    </fieldset>
  )
}

export const Select = (
  props: FieldProps & {
    groups: readonly {
      readonly label: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }[]
  },
) => {
  const { say } = useChrome()
  const { field, value, issues, groups } = props
  return (
    <p class="field">
      <label for={idOf(field)}>
        <Label {...props} />
      </label>
      <About {...props} />
      <select
        id={idOf(field)}
        name={field}
        aria-invalid={issueOf(issues, field) ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        <option value="">{say('portal.ask.chooseOne')}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  )
}

/** A question in words that a person answers in passing; nothing has to be seen or heard. */
export const HumanQuestion = ({
  question,
  issues,
}: {
  question: AskQuestion | null
  issues: readonly AskIssue[]
}) => {
  const { say } = useChrome()
  if (!question) return null
  const issue = issueOf(issues, 'answer')
  return (
    <p class="field">
      <label for={idOf('answer')}>{question.words}</label>
      <span class="about" id="f-answer-hint">
        {say('portal.ask.question.why')}
      </span>
      {issue && (
        <strong class="wrong" id="f-answer-wrong">
          {issue.words}
        </strong>
      )}
      <input type="hidden" name="question" value={question.sealed} />
      <input
        id={idOf('answer')}
        name="answer"
        type="text"
        value=""
        autocomplete="off"
        aria-describedby={`f-answer-hint${issue ? ' f-answer-wrong' : ''}`}
        aria-invalid={issue ? 'true' : undefined}
      />
    </p>
  )
}

/** A form of the portal: sent here, without scripts, with the token that proves it was drawn here. */
export const AskForm = ({
  action,
  token,
  children,
  name,
}: {
  action: string
  token: string
  children: ComponentChildren
  name?: string
}) => {
  const { to } = useChrome()
  return (
    <form
      class="ask"
      method="post"
      action={to(action)}
      encType="multipart/form-data"
      noValidate
      aria-label={name}
    >
      <input type="hidden" name="form" value={token} />
      {children}
    </form>
  )
}

/** A field that people neither see nor reach; what fills it in is a machine. */
export const Honeypot = () => {
  const { say } = useChrome()
  return (
    <div class="aside-text" aria-hidden="true">
      <label>
        {say('portal.ask.honeypot')}
        <input type="text" name="website" tabIndex={-1} autocomplete="off" value="" />
      </label>
    </div>
  )
}

const steps = ['new', 'look', 'details', 'review'] as const

/** Where one is on the way from words to receipt. */
export const AskSteps = ({ at }: { at: (typeof steps)[number] }) => {
  const { say } = useChrome()
  return (
    <ol class="ask-steps" aria-label={say('portal.ask.steps')}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {say(`portal.ask.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
