# The client of people.
Doorkeeper::Application.create!(name: 'web', uid: 'web', confidential: false, redirect_uri: 'https://web.example/back')
