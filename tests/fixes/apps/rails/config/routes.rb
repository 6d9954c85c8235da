Rails.application.routes.draw do
  # ---- new lines go here
  if Site.guard == 'oauth'
    get '/.well-known/oauth-authorization-server', to: 'pages#metadata'
  end
  if Site.server?
    get '/oauth/authorize', to: 'people#authorize'
    post '/oauth/token', to: 'people#token'
  end
  root to: 'pages#home'
  get '/docs', to: 'pages#docs'
  get '/openapi.json', to: 'pages#description'
  get '/login', to: 'pages#login'
  post '/login', to: 'people#login'
  get '/v1/status', to: 'pages#status'
  get '/v1/orders', to: 'orders#index'
end
