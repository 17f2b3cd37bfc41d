// Loaded deferred, and nothing needs it: it remembers how the reader wants to see the site and
// gives the print and close buttons their work. Kept in this browser only; no cookie is set.
;(() => {
  const prefix = document.querySelector('script[data-view]')?.dataset.view ?? ''
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value)
    } catch {
      // Storage is closed to us: the view then lasts as long as one follows links.
    }
  }

  // Coming in from elsewhere to the plain page: go on in the view that was chosen last time.
  const chosen = read('gongkai.view')
  const fromOutside = !document.referrer.startsWith(location.origin)
  if (prefix === '' && chosen && /^(\/en)?(\/elder)?(\/contrast)?$/.test(chosen) && fromOutside) {
    const path = location.pathname === '/' ? '' : location.pathname
    location.replace(chosen + path + location.search + location.hash)
    return
  }

  for (const link of document.querySelectorAll('a[data-remember]')) {
    link.addEventListener('click', () => {
      keep('gongkai.view', link.dataset.remember)
    })
  }

  const size = read('gongkai.size')
  for (const choice of document.querySelectorAll('input[name=size]')) {
    if (choice.id === size) choice.checked = true
    choice.addEventListener('change', () => keep('gongkai.size', choice.id))
  }

  const doing = { print: () => print(), close: () => close() }
  for (const button of document.querySelectorAll('[data-do]')) {
    // A window closes itself only where a page opened it.
    button.hidden = button.dataset.do === 'close' && !window.opener
    button.addEventListener('click', doing[button.dataset.do])
  }

  // What may be typed further; the browser shows the list and moves in it. The result page has the
  // same for whoever runs no scripts.
  for (const input of document.querySelectorAll('input[data-suggestions]')) {
    let asked
    const suggest = async () => {
      const typed = input.value.trim()
      if (typed === asked) return
      asked = typed
      if (typed === '') return input.list.replaceChildren()
      try {
        const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(typed)}`)
        const { suggestions } = await answer.json()
        if (typed !== asked) return
        const options = suggestions.map(({ text, mark }) => new Option(mark, text))
        input.list.replaceChildren(...options)
      } catch {
        // Without an answer one types on.
      }
    }
    let pause
    input.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(suggest, 150)
    })
  }

  // A form for information: what was typed is kept on the server after each pause, and what is
  // published already is shown while one types. The form's steps do the same without scripts.
  for (const place of document.querySelectorAll('form.ask [data-keep]')) {
    const form = place.closest('form')
    const wanted = form.elements.wanted
    const matches = async () => {
      const words = wanted.value.trim().slice(0, 100)
      if (words.length < 4) return place.replaceChildren()
      const answer = await fetch(`${place.dataset.matches}?q=${encodeURIComponent(words)}`)
      const found = await answer.json()
      if (found.matches.length === 0) return place.replaceChildren()
      const list = document.createElement('ul')
      for (const { title, about, address } of found.matches) {
        const line = document.createElement('li')
        const link = document.createElement('a')
        link.href = address
        link.textContent = title
        line.append(link, ` ${about}`)
        list.append(line)
      }
      const heading = document.createElement('strong')
      heading.textContent = place.dataset.heading
      place.replaceChildren(heading, list)
    }
    const save = () => {
      const typed = new FormData(form)
      typed.delete('evidence')
      return fetch(place.dataset.keep, { method: 'POST', body: typed })
    }
    let pause
    form.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(() => {
        // Without an answer one types on; the next pause tries again.
        Promise.all([save(), place.dataset.matches && matches()]).catch(() => {})
      }, 1200)
    })
    form.addEventListener('submit', () => clearTimeout(pause))
  }

  // A kiosk: nobody there for a while, a question, and what was typed goes.
  for (const idle of document.querySelectorAll('[data-idle]')) {
    const seconds = Number(idle.dataset.idle)
    let [asking, leaving] = []
    const here = () => {
      clearTimeout(asking)
      clearTimeout(leaving)
      idle.hidden = true
      asking = setTimeout(() => {
        idle.hidden = false
        leaving = setTimeout(() => location.replace(idle.dataset.leave), seconds * 250)
      }, seconds * 750)
    }
    for (const sign of ['pointerdown', 'keydown', 'input']) document.addEventListener(sign, here)
    here()
  }

  // The panel of settings closes as a menu does.
  const settings = document.querySelector('.settings')
  document.addEventListener('click', (event) => {
    if (!settings.contains(event.target)) settings.open = false
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && settings.open) {
      settings.open = false
      settings.querySelector('summary').focus()
    }
  })
})()
