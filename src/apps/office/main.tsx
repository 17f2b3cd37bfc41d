import './zod-without-eval.ts'
import './old-browsers.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { tokensCss } from '#platform/look/tokens'
import { KeysProvider } from './keys.tsx'
import { chosenLanguage } from './language.ts'
import './office.css'
import { queries } from './query.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'
import { loadWords, useSpeaking, WordsProvider } from './words.tsx'

const style = document.createElement('style')
style.textContent = tokensCss()
document.head.prepend(style)

function Dressed(props: { children: ReactNode }) {
  const { words } = useSpeaking()
  return (
    <ConfigProvider
      theme={theme}
      locale={words.locale}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App>{props.children}</App>
    </ConfigProvider>
  )
}

const place = document.getElementById('office')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <WordsProvider first={await loadWords(chosenLanguage())}>
          <Dressed>
            <KeysProvider>
              <RouterProvider router={router} />
            </KeysProvider>
          </Dressed>
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
