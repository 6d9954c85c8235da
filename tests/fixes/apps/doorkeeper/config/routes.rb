Rails.application.routes.draw do
  # ---- new lines go here
  use_doorkeeper { skip_controllers :applications, :authorized_applications }
  root to: 'pages#home'
  get '/docs', to: 'pages#docs'
  get '/openapi.json', to: 'pages#description'
  get '/login', to: 'pages#login'
  post '/login', to: 'pages#sign_in'
  get '/v1/status', to: 'pages#status'
  get '/v1/orders', to: 'orders#index'
end
