import { minuteAt } from '#platform/civil-date'
import type { Checked } from '#seals/contract'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'

export interface VerifyView {
  readonly result: Checked | null
  /** The sentence of a refusal; what was pasted stays. */
  readonly refused: string | null
  readonly pasted: string
}

const good: readonly Checked['verdict'][] = ['asPublished', 'superseded', 'withdrawn']

const Result = ({ result }: { result: Checked }) => {
  const { say, to } = useChrome()
  const { link, later } = result
  return (
    <section class={`verdict ${good.includes(result.verdict) ? 'met' : 'late'}`} role="status">
      <h2>{say('portal.verify.result')}</h2>
      <p>
        <strong>{say(`portal.verify.${result.verdict}`)}</strong>
      </p>
      {result.what === 'page' && result.link && <p>{say('portal.verify.scope')}</p>}
      {link && (
        <dl class="seal-values">
          <div>
            <dt>{say('portal.verify.what')}</dt>
            <dd>{say(`portal.verify.what.${result.what}`)}</dd>
          </div>
          <div>
            <dt>{say('portal.seals.document')}</dt>
            <dd>
              <a href={to(link.address)}>{link.indexNumber}</a>
            </dd>
          </div>
          <div>
            <dt>{say(`portal.seals.act.${link.act}`)}</dt>
            <dd>{minuteAt(new Date(link.at))}</dd>
          </div>
          {later && (
            <div>
              <dt>
                {say('portal.verify.later')} {say(`portal.seals.act.${later.act}`)}
              </dt>
              <dd>{minuteAt(new Date(later.at))}</dd>
            </div>
          )}
          <div>
            <dt>{say('portal.verify.sealedOn')}</dt>
            <dd>
              {result.sealedOn ? (
                <a href={to(addresses.seal(result.sealedOn))}>{result.sealedOn}</a>
              ) : (
                say('portal.verify.notSealedYet')
              )}
            </dd>
          </div>
          <div>
            <dt>{say('portal.seals.hash')}</dt>
            <dd>
              <code class="hash">{link.hash}</code>
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** A form that works without scripts: choose a file or paste a text. */
const Verify = ({ result, refused, pasted }: VerifyView) => {
  const { say, to } = useChrome()
  return (
    <FixedPage name="verify" door="account">
      <p class="lead">{say('portal.verify.lead')}</p>
      {refused && (
        <p class="note" role="alert">
          {refused}
        </p>
      )}
      {result && <Result result={result} />}
      <form
        class="verify-form"
        method="post"
        action={to(addresses.verify)}
        encType="multipart/form-data"
      >
        <p>
          <label for="verify-file">{say('portal.verify.file')}</label>
          <input id="verify-file" type="file" name="file" />
        </p>
        <p>
          <label for="verify-text">{say('portal.verify.text')}</label>
          <textarea id="verify-text" name="text" rows={8}>
            {pasted}
          </textarea>
        </p>
        <p>
          <button type="submit" class="button">
            {say('portal.verify.submit')}
          </button>
        </p>
      </form>
      <p>
        <a href={to(addresses.seals())}>{say('portal.column.seals')}</a>
      </p>
    </FixedPage>
  )
}

export const renderVerify = (view: VerifyView, chrome: Chrome): string =>
  draw(chrome, <Verify {...view} />)
