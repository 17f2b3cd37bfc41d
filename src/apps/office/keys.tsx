import { Modal } from 'antd'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { useSay } from './words.tsx'

/** One key of a screen: what it does, and its words for the list that `?` shows. */
export interface Key {
  readonly key: string
  readonly words: string
  /** Null: somebody else listens, the key is only told. */
  readonly run: (() => void) | null
}

type Register = (key: Key) => () => void
const KeysContext = createContext<Register>(() => () => {})

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Listens for single keys outside of fields; the newest screen that takes a key has it. */
export function KeysProvider(props: { children: ReactNode }) {
  const keys = useRef<Key[]>([])
  const [shown, setShown] = useState<readonly Key[] | null>(null)
  const say = useSay()
  const register = useMemo<Register>(
    () => (key) => {
      keys.current = [...keys.current, key]
      return () => {
        keys.current = keys.current.filter((one) => one !== key)
      }
    },
    [],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return
      if (event.key === '?') {
        setShown(
          keys.current.filter((key, at, all) => all.findLastIndex((k) => k.key === key.key) === at),
        )
        return
      }
      const key = keys.current.findLast((one) => one.key === event.key)
      if (!key?.run) return
      event.preventDefault()
      key.run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <KeysContext value={register}>
      {props.children}
      <Modal
        open={shown !== null}
        title={say('office.keys.title')}
        footer={null}
        onCancel={() => setShown(null)}
      >
        <dl className="keys">
          {[...(shown ?? []), { key: '?', words: say('office.keys.help') }].map(
            ({ key, words }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ),
          )}
        </dl>
      </Modal>
    </KeysContext>
  )
}

/** Takes a key while the component is on screen. `run` may change with each rendering. */
export const useKey = (key: string, words: string, run: (() => void) | null): void => {
  const register = use(KeysContext)
  const latest = useRef(run)
  latest.current = run
  const isTold = run === null
  useEffect(
    () => register({ key, words, run: isTold ? null : () => latest.current?.() }),
    [register, key, words, isTold],
  )
}
